import type { browser as Api } from "wxt/browser";
import { ada, adaTracks, collections, stemTrack } from "../../sandbox/accounts.ts";
import { clickByRole, expectName, listAccessibleNodes } from "./closed-shadow-roots.ts";
import { addAccount, openView, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

const count = (names: { role: string; name: string }[], name: string): number =>
  names.filter((each) => each.role === "button" && each.name === name).length;

test("a page of twenty tracks has twenty bars, each for its own track", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks`);
  await expect(page.locator("earmark-buttons")).toHaveCount(20);
  expect(count(await listAccessibleNodes(page), "Share")).toBe(20);
  await clickByRole(page, "button", "Share", { nth: 4 });
  await expectName(page, /^Link copied/);
  expect(sandbox.ledger().shares).toMatchObject([{ track_id: adaTracks[4]?.id }]);
});

test("a single-page app: after each of 30 routes the bar is there once, for the track shown", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/app/tracks/${stemTrack.id}`);
  const bar = page.locator("main h1 + earmark-buttons");
  for (let route = 0; route < 30; route++) {
    const link = page.locator(".rows a").nth((route * 7) % 20);
    const title = (await link.textContent()) ?? "";
    if (route % 5 === 4) await page.goBack();
    else {
      await link.click();
      await expect(page.locator("main h1")).toHaveText(title.trim());
    }
    await expect(bar).toHaveCount(1);
    await expect(page.locator("earmark-buttons")).toHaveCount(1);
  }
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);
  expect(sandbox.ledger().shares[0]?.track_id).toBe(page.url().split("/").at(-1));
});

test("a page that throws its content away, copies it, or gets the script again: always one bar", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const bars = page.locator("earmark-buttons");
  await expect(bars).toHaveCount(1);
  for (let turn = 0; turn < 20; turn++) {
    await page.evaluate(
      (copies) => {
        const main = document.querySelector("main");
        const copy = main?.cloneNode(true);
        if (!copies)
          for (const bar of (copy as Element).querySelectorAll("earmark-buttons")) bar.remove();
        if (copy) main?.replaceWith(copy);
      },
      turn % 2 === 0,
    );
    await expect(bars).toHaveCount(1);
    await expect.poll(async () => count(await listAccessibleNodes(page), "Share")).toBe(1);
  }
  const options = await openPage(browserWith, browserWith.url("options.html"));
  for (let turn = 0; turn < 5; turn++) {
    await options.evaluate(async (address) => {
      const { chrome } = globalThis as unknown as { chrome: typeof Api };
      const [tab] = await chrome.tabs.query({ url: address });
      const target = { tabId: tab?.id ?? -1 };
      await chrome.scripting.executeScript({ target, files: ["/track-page.js"] });
    }, page.url());
    await expect.poll(async () => count(await listAccessibleNodes(page), "Share")).toBe(1);
    await expect(bars).toHaveCount(1);
  }
});

test("pages of nobody's service get nothing, and a removed account takes its buttons along", async ({
  browserWith,
  sandbox,
}) => {
  const address = `${sandbox.origin}/tracks/${stemTrack.id}`;
  const before = await openPage(browserWith, address);
  await expect(before.locator("main h1")).toBeVisible();
  await expect(before.locator("earmark-buttons")).toHaveCount(0);
  await addAccount(browserWith, sandbox.origin, ada);
  await expect(before.locator("earmark-buttons")).toHaveCount(1); // open pages get them at once

  const options = await openPage(browserWith, browserWith.url("options.html"));
  await options.getByRole("button", { name: "Remove", exact: true }).click();
  await options.getByRole("button", { name: "Remove account" }).click();
  await expect(options.getByRole("button", { name: "Remove", exact: true })).toHaveCount(0);
  const after = await openPage(browserWith, address);
  await expect(after.locator("main h1")).toBeVisible();
  await expect(after.locator("earmark-buttons")).toHaveCount(0);
});

test("a page cannot press our buttons", async ({ browserWith, sandbox }) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await browserWith.context.newPage();
  // Before any script: the page keeps every shadow root it can get at.
  await page.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    const roots: ShadowRoot[] = [];
    Object.assign(globalThis, { roots });
    Element.prototype.attachShadow = function kept(init) {
      const root = attachShadow.call(this, init);
      roots.push(root);
      return root;
    };
  });
  await page.goto(`${sandbox.origin}/tracks/${stemTrack.id}`);
  await expect(page.locator("earmark-buttons")).toHaveCount(1);
  await page.evaluate(() => {
    const { roots } = globalThis as unknown as { roots: ShadowRoot[] };
    const host = document.querySelector("earmark-buttons");
    for (const root of [...roots, host, host?.shadowRoot])
      root?.querySelectorAll("button").forEach((b) => b.click());
    host?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  });
  await page.waitForTimeout(500);
  expect(sandbox.ledger().shares).toEqual([]);
});

test("a collection is shared as one, and offers nothing that a collection cannot do", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/collections/${collections[0].id}`);
  await expect(page.locator("h1 + earmark-buttons")).toHaveCount(1);
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);
  expect(count(await listAccessibleNodes(page), "Save")).toBe(0);
  expect(sandbox.ledger().shares).toMatchObject([{ collection_id: collections[0].id }]);
  const links = await openView(browserWith, page, "Links");
  await expect(links.getByText(collections[0].name)).toBeVisible();
});
