import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ada, stemTrack } from "../sandbox/accounts.ts";
import { startSandbox } from "../sandbox/sandbox.ts";
import { launch } from "../test/e2e/browser.ts";
import { clickByRole, expectName } from "../test/e2e/closed-shadow-roots.ts";
import { loopback } from "../test/e2e/permissions.ts";
import { openPopup } from "../test/e2e/popup.ts";
import { addAccount, openPage } from "../test/e2e/user-actions.ts";
import { buildExtension, buildPlayer } from "./build.ts";
import { findFreePort } from "./find-free-port.ts";
import { root } from "./run-program.ts";
import { createSandboxSettings } from "./sandbox-settings.ts";

/* `node scripts/screenshot.ts` makes docs/earmark.png: a track page with its buttons, the popup over it, and the player with its mixing desk, from the demo pages. */

const image = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString("base64")}`;

const port = await findFreePort();
const settings = createSandboxSettings(`http://127.0.0.1:${port}`);
const extension = buildExtension({
  browser: "chrome",
  ...settings,
  playerIntegrity: buildPlayer(),
  out: ".output/screenshot",
});
const sandbox = await startSandbox({ port });
const browser = await launch({
  extension,
  grants: { ...loopback, permissions: ["clipboardWrite"] },
});
try {
  await addAccount(browser, sandbox.origin, ada);
  const page = await openPage(browser, `${sandbox.origin}/tracks/${stemTrack.id}`);
  await page.setViewportSize({ width: 1400, height: 600 });
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);
  const behind = await page.screenshot();
  const popup = await openPopup(browser, page);
  await popup.getByRole("tab", { name: "Links" }).click();
  await popup.getByRole("button", { name: "Embed or send" }).waitFor();
  const front = await popup.screenshot();

  const desk = await openPage(browser, `${sandbox.origin}/demo/controls`);
  await desk.setViewportSize({ width: 880, height: 900 });
  await clickByRole(desk, "button", "Stems");
  await desk.waitForTimeout(1500);
  const title = "A desk with its waveform";
  const place = desk.locator(".demo", { has: desk.getByRole("heading", { name: title }) });
  const player = await place.locator(".place").screenshot();

  // The popup is a window of its own; laid over the page as the browser shows it.
  const sheet = await browser.context.newPage();
  await sheet.setViewportSize({ width: 1400, height: 860 });
  await sheet.setContent(`<style>
    body { margin: 0; background: #e9e7e2; position: relative; height: 860px }
    img { position: absolute; border-radius: 12px; box-shadow: 0 8px 32px #0003 }
    .page { top: 24px; left: 24px; width: 1150px }
    .popup { top: 40px; right: 24px }
    .player { bottom: 24px; left: 64px }
    </style>
    <img class="page" src="${image(behind)}"><img class="popup" src="${image(front)}"><img class="player" src="${image(player)}">`);
  await sheet.waitForTimeout(200);
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(join(root, "docs", "earmark.png"), await sheet.screenshot());
} finally {
  await browser.close();
  await sandbox.stop();
}
process.exit(0);
