import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startSandbox } from "../../sandbox/sandbox.ts";
import { share } from "../../sandbox/test-client.ts";
import { requireProgram } from "../../scripts/find-programs.ts";
import { pinPlayerUrl } from "../../scripts/publish-player.ts";
import { root } from "../../scripts/run-program.ts";
import { startBenchServer } from "./bench-server.ts";
import type { Bench } from "./bench.ts";
import { bundlePlayer } from "./bundle.ts";
import { describeRun } from "./describe-run.ts";
import { installPeers } from "./install-peers.ts";
import type { MissedLimit } from "./interleave-runs.ts";
import { measureLoad } from "./load.ts";
import { renderMedia } from "./media.ts";
import { writeMixthatTrack } from "./mixthat-track.ts";
import { media, peers, site } from "./paths.ts";
import type { PlayerFiles } from "./player.ts";
import { blank } from "./players/blank.ts";
import { players } from "./players/index.ts";
import type { Part, BenchOptions } from "./read-options.ts";
import { measureStems } from "./stems/table.ts";
import { measureTwenty } from "./twenty-players.ts";
import { writePage } from "./write-page.ts";

const measures: Readonly<Record<Part, (bench: Bench) => Promise<string>>> = {
  load: measureLoad,
  twenty: measureTwenty,
  stems: measureStems,
};

/** Everything that is fetched or made beforehand: nothing but this machine is asked once it is done. */
async function prepare(): Promise<void> {
  requireProgram("ffmpeg");
  installPeers(peers);
  renderMedia(media);
  for (const player of players) await bundlePlayer(player);
  const built = join(root, ".output", "widget");
  if (!existsSync(join(built, "integrity.json")))
    throw new Error("There is no built player yet: leave --no-build away.");
  const own = join(site, "earmark");
  rmSync(own, { recursive: true, force: true });
  cpSync(built, own, { recursive: true });
  writeMixthatTrack(site);
}

/** Measures what is wanted and prints each table; gives what could not be measured. */
export async function runBench(settings: BenchOptions): Promise<readonly MissedLimit[]> {
  const { parts, rounds } = settings;
  await prepare();
  console.log(await describeRun(settings));
  const missed: MissedLimit[] = [];
  const sandbox = await startSandbox({ settings: { signedUrlSeconds: 86_400 } });
  const { port, close } = await startBenchServer(site);
  // A name, so that the service is another origin than the page, as in life.
  const origin = `http://localhost:${port}`;
  const { integrity } = JSON.parse(
    readFileSync(join(site, "earmark", "integrity.json"), "utf8"),
  ) as { integrity: Record<string, string> };
  const playerIntegrity = integrity["earmark-player.js"] ?? "";
  const hosted = {
    playerUrl: pinPlayerUrl(`${origin}/earmark/earmark-player.js`, playerIntegrity),
    playerIntegrity,
  };
  const surroundings = async (): Promise<PlayerFiles> => ({
    share: (await share(sandbox)).url,
    service: `http://127.0.0.1:${port}`,
    hosted,
  });
  const bench: Bench = {
    origin,
    rounds,
    missed,
    async page(player, copies) {
      const around = await Promise.all(Array.from({ length: copies }, surroundings));
      return origin + writePage(player, around);
    },
  };
  try {
    await bench.page(blank, 1);
    for (const part of parts) console.log(`\n${await measures[part](bench)}`);
  } finally {
    await close();
    await sandbox.stop();
  }
  return missed;
}
