import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { ada, stemTrack } from "../../sandbox/accounts.ts";
import { readCsv } from "../kits/read-csv.ts";
import { launch } from "./browser.ts";
import type { Browser } from "./browser.ts";
import { clickByRole, expectName } from "./closed-shadow-roots.ts";
import { loopback } from "./permissions.ts";
import { waitForSettled, readDatabase } from "./read-database.ts";
import { addAccount, openView, shareFromPage, expectStatus, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

/** The full tab, at one of its views. */
async function fullTab(browser: Browser, view = ""): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(browser.url(`options.html${view}`));
  return page;
}

/** Presses a button that gives a file; the file's name, path and text. */
async function downloaded(page: Page, button: string) {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await coming;
  const path = await download.path();
  await expectStatus(page, /^Exported/);
  return { name: download.suggestedFilename(), path, text: await readFile(path, "utf8") };
}

test("what is exported comes back in a new profile; a revoked link stays revoked", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const first = await shareFromPage(page);
  // Not in the popup: it needs a connection of its own, which takes the browser's downloads along.
  const links = await fullTab(browserWith, "#links");
  await links.getByRole("button", { name: "Revoke", exact: true }).click();
  await links.getByRole("button", { name: "Revoke link" }).click();
  await expect(links.getByText(/^Revoked/i).first()).toBeVisible();
  const again = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const second = await shareFromPage(again);
  await clickByRole(again, "button", "Save");
  await expectName(again, "Saved");

  const options = await fullTab(browserWith, "#accounts");
  await waitForSettled(options);
  const { name, path, text } = await downloaded(options, "Export everything (JSON)");
  expect(name).toMatch(/^earmark-\d{4}-\d\d-\d\d\.json$/);
  expect(text).toContain(first);
  expect(text).toContain(second);
  expect(text).not.toContain(ada.key);
  const before = await readDatabase(options);

  const csv = readCsv((await downloaded(options, "Links as CSV")).text);
  expect(csv[0]?.slice(0, 3)).toEqual(["Title", "Service", "Address"]);
  expect(csv.slice(1).map((row) => row[2])).toEqual([second, first]); // the newest first
  expect(csv.slice(1).map((row) => row[5] !== "")).toEqual([false, true]);
  const library = readCsv((await downloaded(options, "Library as CSV")).text);
  expect(library.slice(1).map((row) => row[4])).toEqual([stemTrack.id]);

  const asked = sandbox.ledger().requests.length;
  const elsewhere = await launch({ grants: { ...loopback, permissions: ["clipboardWrite"] } });
  try {
    const tab = await fullTab(elsewhere);
    await tab.getByLabel("Import…").setInputFiles(path);
    await expectStatus(tab, "Imported: 2 links and 1 saved track.");
    for (const place of ["main", "copy"] as const) {
      const now = await readDatabase(tab, place);
      expect(now.links).toMatchObject([...before.links]); // what was not known is null now
      expect(now.entries).toMatchObject([...before.entries]);
      expect(now.accounts).toMatchObject([{ id: before.accounts[0]?.id, keyless: true }]);
    }
    await expect(tab.getByText("Without a key here")).toBeVisible();
    await tab.getByRole("tab", { name: "Links" }).click();
    const rows = tab.getByRole("list", { name: /links/i }).getByRole("listitem");
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText(/live/i);
    await expect(rows.nth(0)).toContainText("(no key here)");
    await expect(rows.nth(1)).toContainText(/revoked/i);
    expect(sandbox.ledger().requests.length).toBe(asked); // nobody was asked anything

    // Once the account has its key here, its links can be revoked here.
    await addAccount(elsewhere, sandbox.origin, ada);
    await expect(rows.nth(0)).not.toContainText("(no key here)");
    await rows.nth(0).getByRole("button", { name: "Revoke", exact: true }).click();
    await rows.nth(0).getByRole("button", { name: "Revoke link" }).click();
    await expect(rows.nth(0)).toContainText(/revoked/i);
    await waitForSettled(tab);
    expect(sandbox.ledger().shares.every((share) => share.revoked_at !== null)).toBe(true);
  } finally {
    await elsewhere.close();
  }

  // The old file does not bring back to life what was revoked here after it.
  await options.getByLabel("Import…").setInputFiles(path);
  await expectStatus(options, /Here already: 2 links and 1 saved track/);
  const states = (await readDatabase(options)).links.map(({ revokedAt }) => revokedAt !== null);
  expect(states.toSorted()).toEqual([false, true]);
});

test("the popup says where export and import are", async ({ browserWith, sandbox }) => {
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const popup = await openView(browserWith, page, "Accounts");
  await expect(popup.getByText("Export and import are there, too.")).toBeVisible();
  await expect(popup.getByLabel("Import…")).toHaveCount(0);
});
