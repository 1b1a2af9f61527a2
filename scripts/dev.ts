import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox } from "../sandbox/sandbox.ts";
import { buildPlayer, createBuildEnvironment } from "./build.ts";
import { findFreePort } from "./find-free-port.ts";
import { findBrowser } from "./find-programs.ts";
import { hasDisplay, openBrowser } from "./open-browser.ts";
import { startProgram, root } from "./run-program.ts";
import { getStartPage, createSandboxSettings, DEFAULT_PORT } from "./sandbox-settings.ts";
import { watchPlayer } from "./watch-player.ts";

/*
 * `npm run dev`: the sandbox, the extension rebuilt and reloaded as files change, and the player rebuilt as its files
 * change. Ctrl-C, or closing the browser, ends all of it.
 */

const out = join(".output", "dev");
const folder = join(root, out, "chrome-mv3-dev");
// Embed codes of this extension name the changing player and so carry no hash of it.
buildPlayer();
mkdirSync(join(root, ".sandbox"), { recursive: true });
rmSync(folder, { recursive: true, force: true });
const sandbox = await startSandbox({
  port: await findFreePort(DEFAULT_PORT),
  file: join(root, ".sandbox", "sandbox.sqlite"),
});
console.log(`The services: ${sandbox.origin}`);

const stopWatching = watchPlayer();
const wxt = startProgram("wxt", [], {
  ...createBuildEnvironment(createSandboxSettings(sandbox.origin)),
  EARMARK_OUT: out,
});
wxt.once("exit", async (code) => {
  stopWatching();
  await sandbox.stop();
  process.exit(code ?? 0);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => wxt.kill());

const browser = hasDisplay() ? findBrowser() : undefined;
if (browser) {
  while (!existsSync(join(folder, "manifest.json"))) await sleep(200);
  const child = openBrowser(browser, folder, getStartPage(sandbox.origin));
  child.once("error", (failure) => console.error(`${browser} did not start: ${failure.message}`));
  child.once("exit", () => wxt.kill());
  wxt.once("exit", () => child.kill());
} else {
  console.log(`No browser can open here. Load ${folder} in one of yours.`);
}
