import type { Page } from "@playwright/test";
import type { Person } from "../../sandbox/accounts.ts";
import type { Browser } from "./browser.ts";
import { readClipboard } from "./clipboard.ts";
import { clickByRole, expectName } from "./closed-shadow-roots.ts";
import { expect } from "./fixture.ts";
import { openPopup } from "./popup.ts";

/** Fills in the account form as far as a person types it. */
export async function fillAccount(
  browser: Browser,
  origin: string,
  { org, key }: Pick<Person, "org" | "key">,
): Promise<Page> {
  const options = await browser.context.newPage();
  await options.goto(browser.url("options.html"));
  await options.getByLabel(/^Address/).selectOption(origin);
  await options.getByLabel("Organisation").fill(org);
  await options.getByLabel("API key", { exact: true }).fill(key);
  return options;
}

/** Adds an account in the full tab, and closes the tab. */
export async function addAccount(browser: Browser, origin: string, person: Person): Promise<void> {
  const options = await fillAccount(browser, origin, person);
  await options.getByRole("button", { name: "Add account" }).click();
  await expectStatus(options, /added/i);
  await options.close();
}

/** Opens a page of the sandbox in a new tab. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(address);
  return page;
}

/** Presses the toolbar button on `page` and goes to one of the app's views. */
export async function openView(browser: Browser, page: Page, view: string): Promise<Page> {
  const popup = await openPopup(browser, page);
  await popup.getByRole("tab", { name: view }).click();
  return popup;
}

/** Waits until the page tells the person these words. */
export async function expectStatus(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
}

/** Adds one of the accounts that the build brings along, in one click. */
export async function useDemoAccount(browser: Browser, label: string): Promise<void> {
  const options = await browser.context.newPage();
  await options.goto(browser.url("options.html"));
  await options.getByRole("button", { name: `Use ${label}`, exact: true }).click();
  await expectStatus(options, /added/i);
  await options.close();
}

/** Clicks Share in the page's own buttons, and gives what is then on the clipboard. */
export async function shareFromPage(page: Page): Promise<string> {
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);
  return readClipboard(page);
}
