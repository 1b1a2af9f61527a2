import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startSandbox } from "../sandbox/sandbox.ts";
import { buildExtension, buildPlayer } from "./build.ts";
import { findFreePort } from "./find-free-port.ts";
import { requireBrowser } from "./find-programs.ts";
import { hasDisplay, openBrowser } from "./open-browser.ts";
import { root } from "./run-program.ts";
import { getStartPage, createSandboxSettings, DEFAULT_PORT } from "./sandbox-settings.ts";

/* `npm start`: the services on this machine, and a browser with Earmark in it. `npm start -- --no-open` opens none. */

const { values } = parseArgs({
  options: { port: { type: "string" }, "no-open": { type: "boolean" } },
});

const opens = !values["no-open"];
if (opens && !hasDisplay()) {
  console.error(
    "There is no display here, so no browser can open. Run `npm start -- --no-open` and load the extension in a browser of yours.",
  );
  process.exit(1);
}
const browser = opens ? requireBrowser() : undefined;
const port = values.port === undefined ? await findFreePort(DEFAULT_PORT) : Number(values.port);
const origin = `http://127.0.0.1:${port}`;
const playerIntegrity = buildPlayer();
const folder = buildExtension({
  browser: "chrome",
  ...createSandboxSettings(origin),
  playerIntegrity,
  out: ".output/sandbox",
});
mkdirSync(join(root, ".sandbox"), { recursive: true });
const sandbox = await startSandbox({ port, file: join(root, ".sandbox", "sandbox.sqlite") });

console.log(`
  The services:   ${sandbox.origin}
  A track page:   ${getStartPage(origin)}
  The extension:  ${folder}
`);
console.log(
  browser
    ? "  Press Earmark's toolbar button (behind the puzzle piece), choose the account “Sandbox · Ada”, then Share.\n  Close the browser or press Ctrl-C to end."
    : "  Open chrome://extensions, switch on Developer mode, press “Load unpacked” and choose that folder.\n  Press Ctrl-C to end.",
);

async function end(code: number): Promise<void> {
  await sandbox.stop();
  process.exit(code);
}

if (browser) {
  const child = openBrowser(browser, folder, getStartPage(origin));
  child.once("error", (failure) => {
    console.error(`The browser ${browser} did not start: ${failure.message}`);
    void end(1);
  });
  child.once("exit", (code) => void end(code ?? 0));
  process.once("SIGINT", () => child.kill());
  process.once("SIGTERM", () => child.kill());
} else {
  process.once("SIGINT", () => void end(0));
  process.once("SIGTERM", () => void end(0));
}
