import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { score } from "../kits/scorecard.ts";
import { launch } from "./browser.ts";
import { checkAgainstLedger, services } from "./ledger-check.ts";
import type { Service } from "./ledger-check.ts";
import { loopback } from "./permissions.ts";
import { waitForSettled, readDatabase } from "./read-database.ts";
import { sendMessage } from "./stop-worker.ts";
import { useDemoAccount } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

/** `kill -9` of the whole browser in one run. */
const WANTED = Number(process.env.EARMARK_KILLS ?? 3);

/** Ends every process of the browser that has this profile, as a power cut of its programs would. */
function killBrowser(profile: string): void {
  const listed = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  for (const line of listed.filter((each) => each.includes(profile))) {
    const pid = Number.parseInt(line, 10);
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it went with another
    }
  }
}

test("the whole browser killed while it shares: every link that was told is still there", async ({
  sandbox,
}) => {
  test.setTimeout(WANTED * 20_000 + 60_000);
  const profile = mkdtempSync(join(tmpdir(), "earmark-killed-"));
  const grants = { ...loopback, permissions: ["clipboardWrite"] };
  const told: string[] = [];
  const names = Object.keys(services) as Service[];
  // Closed properly once: the browser itself writes granted permissions down only after a while.
  const first = await launch({ profile, grants });
  for (const { account } of Object.values(services)) await useDemoAccount(first, account);
  await first.close();
  for (let round = 0; round <= WANTED; round++) {
    const browser = await launch({ profile });
    const page = await browser.context.newPage();
    await page.goto(browser.url("options.html"));
    await sendMessage(page, "ready", {});
    await waitForSettled(page);
    const { links } = await readDatabase(page);
    expect(links.map(({ url }) => url)).toEqual(expect.arrayContaining(told));
    if (round === WANTED) {
      await browser.close();
      break;
    }
    const books = await checkAgainstLedger(page, sandbox);
    const { name, question } = await books.begin("share", names[round % 3] ?? "aitronos");
    const kept = await sendMessage(page, name, question);
    expect(kept).toMatchObject({ ok: true });
    if (kept.ok) told.push((kept.value as { link: { url: string } }).link.url);
    // One more is on its way when the end comes, at any moment of it.
    const last = await books.begin("share", names[(round + 1) % 3] ?? "aitronos");
    void sendMessage(page, last.name, last.question).catch(() => null);
    await page.waitForTimeout((round * 37) % 120);
    killBrowser(profile);
    await browser.close().catch(() => null);
  }
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  score("browser kills", { kills: WANTED, told: told.length, missing: 0 });
});
