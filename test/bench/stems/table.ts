import type { Bench } from "../bench.ts";
import { addRatio, interleave } from "../interleave-runs.ts";
import type { Figures } from "../interleave-runs.ts";
import type { StemPlayer } from "../player.ts";
import { allStems, earmarkStems, stemPlayers } from "../players/index.ts";
import { drawTable } from "../table.ts";
import type { Column, Limits } from "../table.ts";
import { measureSpeed } from "./measure-speed.ts";
import { measureWeight } from "./measure-weight.ts";

const speed: readonly Column[] = [
  { name: "click", head: "press ms", digits: 0 },
  { name: "clickRatio", head: "press x", digits: 2 },
  { name: "far", head: "new place ms", digits: 0 },
  { name: "farRatio", head: "new x", digits: 2 },
  { name: "near", head: "known place ms", digits: 0 },
  { name: "worst", head: "worst ms", digits: 0 },
  { name: "lost", head: "lost", digits: 0 },
];
const speedLimits: Limits = { clickRatio: 0.5, farRatio: 0.25, near: 10, worst: 25, lost: 0 };

const weight: readonly Column[] = [
  { name: "idle", head: "ready MB", digits: 0 },
  { name: "playing", head: "playing MB", digits: 0 },
  { name: "seeked", head: "after 25 seeks MB", digits: 0 },
  { name: "cpu", head: "processors", digits: 2 },
  { name: "cpuRatio", head: "processors x", digits: 2 },
];
const weightLimits: Limits = { playing: 140, seeked: 215, cpuRatio: 1 };

function draw(
  columns: readonly Column[],
  measured: ReadonlyMap<StemPlayer, Figures>,
  limits: Limits,
): string {
  const rows = [...measured].map(([player, figures]) => ({
    title: player.title,
    figures,
    limits: player === earmarkStems ? limits : undefined,
  }));
  return drawTable(columns, rows);
}

/** Plays eight stems in ours and in the other player, a browser for each round, and tells how quick and how heavy they are. */
export async function measureStems(bench: Bench): Promise<string> {
  // Each visit has eighteen seeks or fifteen seconds in it, so fewer of them will do.
  const rounds = Math.ceil(bench.rounds / 3);
  const { missed } = bench;
  const quick = (player: StemPlayer) => measureSpeed(bench, player);
  const heavy = (player: StemPlayer) => measureWeight(bench, player);
  const one = await interleave(stemPlayers, rounds, quick, missed);
  const ratios = addRatio(one, allStems, "click", "clickRatio");
  const two = await interleave(stemPlayers, rounds, heavy, missed);
  return [
    "Eight stems of three minutes: from a press or a seek to its sound",
    draw(speed, addRatio(ratios, allStems, "far", "farRatio"), speedLimits),
    "Eight stems: what they take",
    draw(weight, addRatio(two, allStems, "cpu", "cpuRatio"), weightLimits),
    "Joints, regions and stems against each other are no matter of time: test/e2e/stems.spec.ts holds them to every sample.",
  ].join("\n\n");
}
