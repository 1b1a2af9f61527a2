import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { score } from "../kits/scorecard.ts";
import { launch } from "./browser.ts";
import type { Browser } from "./browser.ts";
import { damages, findDatabaseFolder } from "./damage-database.ts";
import type { Damage } from "./damage-database.ts";
import { checkAgainstLedger, services } from "./ledger-check.ts";
import type { Service } from "./ledger-check.ts";
import { loopback } from "./permissions.ts";
import { readDatabase } from "./read-database.ts";
import { sendMessage } from "./stop-worker.ts";
import { useDemoAccount } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "earmark-damaged-"));

async function appPage(browser: Browser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.url("options.html"));
  return page;
}

test("ten kinds of damage: every link is back while one copy is left, and two lost copies are told", async ({
  sandbox,
}) => {
  test.setTimeout(240_000);
  const profile = folder();
  const grants = { ...loopback, permissions: ["clipboardWrite"] };
  const first = await launch({ profile, grants });
  for (const { account } of Object.values(services)) await useDemoAccount(first, account);
  const page = await appPage(first);
  const books = await checkAgainstLedger(page, sandbox);
  for (const service of Object.keys(services) as Service[]) {
    for (const operation of ["share", "save"] as const) {
      const { name, question } = await books.begin(operation, service);
      expect(await sendMessage(page, name, question)).toMatchObject({ ok: true });
    }
  }
  await page.waitForTimeout(1000); // the lists are read once more, and the sentinel written
  const before = await readDatabase(page);
  expect(before.links).toHaveLength(3);
  await first.close();

  const figures = { kinds: 0, detected: 0, restored: 0 };
  for (const place of ["main", "copy"] as const) {
    for (const damage of Object.keys(damages) as Damage[]) {
      await test.step(`${place}: ${damage}`, async () => {
        const hurt = folder();
        cpSync(profile, hurt, { recursive: true });
        damages[damage](findDatabaseFolder(hurt, place));
        const browser = await launch({ profile: hurt });
        const app = await appPage(browser);
        const detected = { ok: true, value: { lost: false, repaired: place } };
        expect(await sendMessage(app, "ready", {})).toEqual(detected);
        figures.detected += 1;
        expect(await readDatabase(app, "main")).toEqual(before);
        expect(await readDatabase(app, "copy")).toEqual(before);
        // It goes on working, keys included.
        const { name, question } = await (
          await checkAgainstLedger(app, sandbox)
        ).begin("share", "aitronos");
        expect(await sendMessage(app, name, question)).toMatchObject({ ok: true });
        await browser.close();
        rmSync(hurt, { recursive: true, force: true, maxRetries: 5 });
        figures.kinds += 1;
        figures.restored += 1;
      });
    }
  }

  await test.step("both copies", async () => {
    damages["folder removed"](findDatabaseFolder(profile, "main"));
    damages["all files garbage"](findDatabaseFolder(profile, "copy"));
    const browser = await launch({ profile });
    const app = await appPage(browser);
    expect(await sendMessage(app, "ready", {})).toMatchObject({ value: { lost: true } });
    await sendMessage(app, "dismiss-loss", {});
    expect(await sendMessage(app, "ready", {})).toMatchObject({ value: { lost: false } });
    await browser.close();
  });
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  score("store damage", figures);
});
