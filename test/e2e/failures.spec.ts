import { ada, benTrack, stemTrack } from "../../sandbox/accounts.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import { readClipboard, writeClipboard } from "./clipboard.ts";
import { clickByRole, expectName } from "./closed-shadow-roots.ts";
import { goOffline, goOnline, stopWorker } from "./network.ts";
import { openPopup } from "./popup.ts";
import { addAccount, fillAccount, openView, expectStatus, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("wrong key: the form says so and keeps what was typed", async ({ browserWith, sandbox }) => {
  const options = await fillAccount(browserWith, sandbox.origin, { org: ada.org, key: "ak_wrong" });
  await options.getByRole("button", { name: "Add account" }).click();
  await expectStatus(options, "did not accept the API key");
  await expect(options.getByLabel("Organisation")).toHaveValue(ada.org);
  await options.getByLabel("API key", { exact: true }).fill(ada.key);
  await options.getByRole("button", { name: "Add account" }).click();
  await expectStatus(options, /added/i);
});

test("wrong organisation: its own sentence", async ({ browserWith, sandbox }) => {
  const options = await fillAccount(browserWith, sandbox.origin, {
    org: "org_label",
    key: ada.key,
  });
  await options.getByRole("button", { name: "Test connection" }).click();
  await expectStatus(options, /organisation/i);
});

test("somebody else's track: no link, and the clipboard keeps what it had", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${benTrack.id}`);
  await writeClipboard(page, "what was there");
  const popup = await openPopup(browserWith, page);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, /only the person who made/i);
  expect(await readClipboard(page)).toBe("what was there");
  await clickByRole(page, "button", "Share");
  await expectName(page, /cannot be shared|only the person who made/i);
  expect(sandbox.ledger().shares).toEqual([]);
});

test("no network: nothing is sent, and it works when the network is back", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const popup = await openPopup(browserWith, page);
  await goOffline(browserWith, popup);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, /no connection/i);
  await goOnline(browserWith, popup);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, "Link copied");
  expect(sandbox.ledger().shares).toHaveLength(1);
});

test("the service stops in the middle: told as open, never sent twice, nothing lost", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  await clickByRole(page, "button", "Share");
  await expectName(page, /^Link copied/);

  await page.waitForTimeout(DOUBLE_CLICK_MS); // sooner it would be the same press
  sandbox.faults.add({ method: "POST", path: "/v1/music", when: "after", do: { hang: true } });
  const popup = await openPopup(browserWith, page);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expect.poll(() => sandbox.ledger().shares.length).toBe(2);
  await sandbox.stop();
  await expectStatus(popup, /may exist|may have been made/i);

  const links = await openView(browserWith, page, "Links");
  await expect(links.getByText(/its address was lost/i)).toBeVisible();
  await expect(links.getByRole("button", { name: "Copy link" })).toHaveCount(1);
  await links.getByRole("button", { name: "Revoke", exact: true }).click();
  await links.getByRole("button", { name: "Revoke link" }).click();
  await expect(links.getByText(/The link still works\. It is revoked as soon as/)).toBeVisible();
  await expect(links.getByRole("button", { name: "Keep link" })).toHaveCount(1);
});

test("the worker is stopped while it sends: told as open when it is back, and never sent twice", async ({
  browserWith,
  sandbox,
}) => {
  await addAccount(browserWith, sandbox.origin, ada);
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${stemTrack.id}`);
  sandbox.faults.add({ method: "POST", path: "/v1/music", when: "after", do: { hang: true } });
  await clickByRole(page, "button", "Share");
  await expect.poll(() => sandbox.ledger().shares.length).toBe(1);
  await stopWorker(browserWith, await openPage(browserWith, browserWith.url("options.html")));
  sandbox.faults.clear();

  const links = await openView(browserWith, page, "Links");
  await expect(links.getByText(/its address was lost/i)).toBeVisible();
  await links.getByRole("button", { name: "Make a new link" }).click();
  await expectStatus(links, "Link copied");
  await expect(links.getByRole("button", { name: "Copy link" })).toHaveCount(1);
  expect(sandbox.ledger().shares).toHaveLength(2);
});
