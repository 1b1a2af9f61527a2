import type { Bench } from "./bench.ts";
import { launch } from "./browser.ts";
import { addRatio, interleave } from "./interleave-runs.ts";
import { weighCode } from "./measure-size.ts";
import { openPage, THROTTLE } from "./open-page.ts";
import type { Player } from "./player.ts";
import { earmarkFile, earmarkShare, earmarkStems, floor, players, plyr } from "./players/index.ts";
import { drawTable } from "./table.ts";
import type { Column, Limits } from "./table.ts";

const columns: readonly Column[] = [
  { name: "gzip", head: "gzip KB", digits: 1 },
  { name: "requests", head: "requests", digits: 0 },
  { name: "visible", head: "visible ms", digits: 0 },
  { name: "ready", head: "ready ms", digits: 0 },
  { name: "ratio", head: "ready x", digits: 2 },
  { name: "script", head: "script ms", digits: 0 },
  { name: "scriptRatio", head: "script x", digits: 2 },
  { name: "task", head: "task ms", digits: 0 },
  { name: "shift", head: "shift", digits: 4 },
  { name: "contexts", head: "contexts", digits: 0 },
];

/** Of Plyr's, which is drawn by script too: 50 of 152 ms. A machine that is half as fast takes twice the time for both. */
const SCRIPT = 0.33;

const gates: Limits = { requests: 3, ratio: 1.1, scriptRatio: SCRIPT, shift: 0, contexts: 0 };
const limits = new Map<Player, Limits>([
  [earmarkShare, { ...gates, gzip: 12 }],
  [earmarkFile, { ...gates, gzip: 26 }],
  [earmarkStems, { ...gates, gzip: 26 }],
]);

/** Loads every player once a round on a page of its own, and waits; nobody presses anything. */
export async function measureLoad(bench: Bench): Promise<string> {
  const browser = await launch();
  const measure = async (player: Player) => {
    const opened = await openPage(browser, await bench.page(player, 1), player);
    const { asked, visible, ready, script, task, shift, contexts } = opened;
    const gzip = (await weighCode(asked)) / 1024;
    return { gzip, requests: asked.length, visible, ready, script, task, shift, contexts };
  };
  try {
    const measured = await interleave(players, bench.rounds, measure, bench.missed);
    const ready = addRatio(measured, floor, "ready", "ratio");
    const rows = [...addRatio(ready, plyr, "script", "scriptRatio")].map(([player, figures]) => ({
      title: player.title,
      figures,
      limits: limits.get(player),
    }));
    return `Load, before a press (processor ${THROTTLE}x slower)\n\n${drawTable(columns, rows)}`;
  } finally {
    await browser.close();
  }
}
