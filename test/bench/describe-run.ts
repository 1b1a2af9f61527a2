import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { launch } from "./browser.ts";
import type { BenchOptions } from "./read-options.ts";

/** One line on the machine and one on the other players, to stand above figures. */
export async function describeRun({ rounds }: BenchOptions): Promise<string> {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  const listed = readFileSync(new URL("peers/package.json", import.meta.url), "utf8");
  const { dependencies } = JSON.parse(listed) as { dependencies: Record<string, string> };
  const peers = Object.entries(dependencies).map((each) => each.join(" "));
  const machine = `${availableParallelism()} cores, Chromium ${version}, rounds: ${rounds}`;
  return `${machine}\n${peers.join(", ")}`;
}
