import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startSandbox } from "../sandbox/sandbox.ts";
import { buildPlayer, environment } from "./build.ts";
import { findBrowser } from "./chromium.ts";
import { demoPage, demoSettings, usualPort } from "./demo.ts";
import { freePort } from "./free-port.ts";
import { hasDisplay, openBrowser } from "./open-browser.ts";
import { begin, root } from "./run.ts";

/* `npm run dev`: the services, and the extension rebuilt and reloaded as files change. */

const out = join(".output", "dev");
const folder = join(root, out, "chrome-mv3-dev");
const playerIntegrity = buildPlayer();
mkdirSync(join(root, ".sandbox"), { recursive: true });
rmSync(folder, { recursive: true, force: true });
const sandbox = await startSandbox({
  port: await freePort(usualPort),
  file: join(root, ".sandbox", "sandbox.sqlite"),
});
console.log(`The services: ${sandbox.origin}`);

const settings = environment({ ...demoSettings(sandbox.origin), playerIntegrity });
const wxt = begin("wxt", [], { ...settings, EARMARK_OUT: out });
wxt.once("exit", async (code) => {
  await sandbox.stop();
  process.exit(code ?? 0);
});
// Ctrl-C reaches wxt by itself, as it shares our terminal; a plain stop does not.
process.once("SIGINT", () => {});
process.once("SIGTERM", () => wxt.kill());

const browser = hasDisplay() ? findBrowser() : undefined;
if (browser) {
  while (!existsSync(join(folder, "manifest.json"))) await sleep(200);
  const child = openBrowser(browser, folder, demoPage(sandbox.origin));
  child.once("error", (failure) => console.error(`${browser} did not start: ${failure.message}`));
  child.once("exit", () => wxt.kill());
  wxt.once("exit", () => child.kill());
} else {
  console.log(`No browser can open here. Load ${folder} in one of yours.`);
}
