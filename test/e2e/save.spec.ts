import type { Page } from "@playwright/test";
import { ada, stemTrack } from "../../sandbox/accounts.ts";
import type { Browser } from "./browser.ts";
import { clickByRole, expectName, listAccessibleNodes } from "./closed-shadow-roots.ts";
import { openPopup } from "./popup.ts";
import { addAccount, openView, shareFromPage, expectStatus, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

const SAVE = "Save to Earmark";

/** A page with a player, at another host where one is given; it notes every event of ours that it can hear. */
async function pageWithPlayer(browser: Browser, origin: string, src: string): Promise<Page> {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const heard: string[] = [];
    const roots: ShadowRoot[] = [];
    Object.assign(globalThis, { heard, roots });
    for (const type of ["earmark-here", "earmark-saved", "earmark-not-saved"])
      document.addEventListener(type, (event) =>
        heard.push(type + ((event as CustomEvent).detail ?? "")),
      );
    // The page keeps every shadow root it can get at.
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function kept(init) {
      const root = attachShadow.call(this, init);
      roots.push(root);
      return root;
    };
  });
  const code = `<script src="/widget/earmark-player.js"></script><earmark-player src="${src}"></earmark-player>`;
  await page.goto(`${origin}/embed?code=${encodeURIComponent(code)}`);
  await expectName(page, stemTrack.title);
  await clickByRole(page, "button", /^More/);
  await expectName(page, "Copy link");
  return page;
}

const heardOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

test("a player on a page of an enabled site saves what it plays, when a person presses", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const track = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const page = await pageWithPlayer(browserWith, sandbox.origin, await shareFromPage(track));
  expect(await heardOn(page)).toContain("earmark-here");
  await expectName(page, SAVE);

  // All that a page can do by itself, also in the person's press on something else.
  await page.evaluate(() => {
    const { roots } = globalThis as unknown as { roots: ShadowRoot[] };
    const player = document.querySelector("earmark-player");
    const forge = (): void => {
      for (const root of roots) root.querySelector<HTMLElement>("[part~=save]")?.click();
      for (const type of ["save", "click", "earmark-save"])
        player?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    };
    forge();
    player?.addEventListener("click", (event) => event.isTrusted && forge());
  });
  await clickByRole(page, "button", /^Play/);
  await expectName(page, /^Pause/);
  await clickByRole(page, "button", /^Pause/);
  const before = await openView(browserWith, page, "Library");
  await expect(before.getByText("Nothing saved yet")).toBeVisible();
  expect(sandbox.ledger().library).toEqual([]);

  await clickByRole(page, "button", SAVE, { clickCount: 2 });
  await expectName(page, "Saved to Earmark.");
  expect(sandbox.ledger().library).toMatchObject([{ user: "Ada", track_id: stemTrack.id }]);
  const saves = sandbox.ledger().requests.filter(({ path }) => path.endsWith("/save"));
  expect(saves).toHaveLength(1);
  const library = await openView(browserWith, page, "Library");
  await expect(library.getByRole("heading", { name: stemTrack.title })).toHaveCount(1);
  // Nothing that a page hears carries anything.
  expect(new Set(await heardOn(page))).toEqual(new Set(["earmark-here", "earmark-saved"]));
});

test("a player's Save by keyboard; a link that is gone is not saved, and the player says so", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const track = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const page = await pageWithPlayer(browserWith, sandbox.origin, await shareFromPage(track));
  await expectName(page, SAVE);
  const links = await openView(browserWith, track, "Links");
  await links.getByRole("button", { name: "Revoke", exact: true }).click();
  await links.getByRole("button", { name: "Revoke link" }).click();
  await expect.poll(() => sandbox.ledger().shares.filter((each) => each.revoked_at).length).toBe(1);
  await page.bringToFront();
  await page.evaluate(() => {
    const { roots } = globalThis as unknown as { roots: ShadowRoot[] };
    for (const root of roots) root.querySelector<HTMLElement>("[part~=save]")?.focus();
  });
  await page.keyboard.press("Enter");
  await expectName(page, "Earmark could not save this.");
  expect(sandbox.ledger().library).toEqual([]);
});

test("a page of a site that nobody enabled hears nothing and shows no Save", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const track = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const elsewhere = `http://localhost:${sandbox.port}`;
  const page = await pageWithPlayer(browserWith, elsewhere, await shareFromPage(track));
  await page.evaluate(() => document.dispatchEvent(new Event("earmark-listening")));
  expect((await listAccessibleNodes(page)).filter(({ name }) => name.includes("Earmark"))).toEqual(
    [],
  );
  expect(await heardOn(page)).toEqual([]);
});

test("the listening page: saved by its player where its site is enabled, and by the toolbar button", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const track = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const address = await shareFromPage(track);
  const page = await openPage(
    browserWith,
    `${sandbox.origin}/widget/listen/#src=${encodeURIComponent(address)}`,
  );
  await expectName(page, "Earmark is in this browser.");
  const popup = await openPopup(browserWith, page);
  await expect(popup.getByText("Somebody shared this track with you.")).toBeVisible();
  await popup.getByRole("button", { name: "Save", exact: true }).click();
  await expectStatus(popup, /^Saved to your library/);
  expect(sandbox.ledger().library).toMatchObject([{ track_id: stemTrack.id }]);
});

test("the popup does not call saved what still waits", async ({ browserWith, sandbox }) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  sandbox.faults.add({ path: "/save", do: { status: 503 }, times: 99 });
  const popup = await openPopup(browserWith, page);
  await popup.getByRole("button", { name: "Save", exact: true }).click();
  await expectStatus(popup, /^Saved here\. .* tries again by itself/);
  const state = popup.locator(".save .state");
  await expect(state).toHaveText("waiting to be saved");
  const again = await openPopup(browserWith, page);
  const later = again.locator(".save .state");
  await expect(later).toHaveText("waiting to be saved");
  sandbox.faults.clear();
  await expect(later).toHaveText("Saved", { timeout: 20_000 });
  expect(sandbox.ledger().library).toMatchObject([{ track_id: stemTrack.id }]);
});
