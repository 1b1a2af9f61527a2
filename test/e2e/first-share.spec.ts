import { ada, stemTrack } from "../../sandbox/accounts.ts";
import { readClipboard } from "./clipboard.ts";
import { clickByRole, expectName, listAccessibleNodes } from "./closed-shadow-roots.ts";
import { measureAudio } from "./measure-audio.ts";
import { openPopup } from "./popup.ts";
import {
  addAccount,
  fillAccount,
  openView,
  shareFromPage,
  expectStatus,
  openPage,
} from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("a track is shared, listed, saved, embedded and heard", async ({ browserWith, sandbox }) => {
  const options = await fillAccount(browserWith, sandbox.origin, ada);
  await options.getByRole("button", { name: "Test connection" }).click();
  await expectStatus(options, /works/i);
  expect(sandbox.ledger().requests).toMatchObject([{ method: "GET", user: "Ada", status: 200 }]);
  await options.getByRole("button", { name: "Add account" }).click();
  await expectStatus(options, /added/i);

  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied · expires \w/);
  const address = await readClipboard(page);
  expect(address).toMatch(new RegExp(`^${sandbox.origin}/v1/music/shared/shr_[0-9a-f]{32}$`));
  expect(sandbox.ledger().shares).toMatchObject([
    { track_id: stemTrack.id, owner: "Ada", visibility: "link_only", revoked_at: null },
  ]);
  await expect(page.locator("earmark-buttons")).toHaveCount(1);
  expect(await page.content()).not.toContain("shr_");

  await clickByRole(page, "button", "Save");
  await expectName(page, "Saved");
  expect((await listAccessibleNodes(page)).find(({ name }) => name === "Saved")?.pressed).toBe(
    true,
  );
  expect(sandbox.ledger().library).toMatchObject([{ user: "Ada", track_id: stemTrack.id }]);

  const library = await openView(browserWith, page, "Library");
  await expect(library.getByText(stemTrack.title)).toBeVisible();
  const links = await openView(browserWith, page, "Links");
  await expect(links.getByText(stemTrack.title)).toBeVisible();
  await links.getByRole("button", { name: "Embed or send" }).click();
  await links.getByRole("button", { name: "Copy embed code" }).click();
  await expectStatus(links, /copied/i);
  const code = await readClipboard(page);
  expect(code).toContain(`<earmark-player src="${address}">`);
  expect(code).toMatch(/<script src="[^"]+earmark-player\.js" integrity="sha384-[^"]+"/);

  // Another origin than the service's: whatever site a person may have.
  const site = await openPage(browserWith, `http://localhost:${sandbox.port}/embed`);
  await site.getByRole("textbox").fill(code);
  await site.getByRole("button", { name: "Show it" }).click();
  await expectName(site, stemTrack.title);
  await clickByRole(site, "button", /^Play/);
  await expectName(site, /^Pause/);
  await expect.poll(async () => (await measureAudio(site)).dbfs).toBeGreaterThan(-60);
  await clickByRole(site, "button", /^Pause/);
  await expect.poll(async () => (await measureAudio(site)).dbfs).toBeLessThan(-100);
});

test("the first two seconds of the player sound at the track's pitch", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const address = await shareFromPage(page);
  const code = `<script src="/widget/earmark-player.js"></script><earmark-player src="${address}"></earmark-player>`;
  const site = await openPage(
    browserWith,
    `${sandbox.origin}/embed?code=${encodeURIComponent(code)}`,
  );
  await clickByRole(site, "button", /^Play/);
  let heard = await measureAudio(site, 500);
  while (heard.dbfs < -100) heard = await measureAudio(site, 500); // until the first sound arrives
  expect(heard.dbfs).toBeGreaterThan(-40);
  expect(Math.abs(heard.hz / stemTrack.expectedPitch - 1)).toBeLessThan(0.01);
});

test("a share from the toolbar has the terms that were asked for", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const popup = await openPopup(browserWith, page);
  await popup.getByRole("radio", { name: "7 days" }).check();
  await popup.getByRole("radio", { name: "Public" }).check();
  await popup.getByRole("button", { name: "Share", exact: true }).dblclick();
  await expectStatus(popup, "Link copied");
  const [share, ...others] = sandbox.ledger().shares;
  expect(others).toEqual([]);
  expect(share?.visibility).toBe("public");
  const days =
    (Date.parse(share?.expires_at ?? "") - Date.parse(share?.created_at ?? "")) / 86_400_000;
  expect(Math.round(days)).toBe(7);
  expect(await readClipboard(page)).toContain("/v1/music/shared/shr_");
});
