import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mixthatStemTrack, readyRender, slowRender } from "../../sandbox/accounts.ts";
import { readClipboard } from "./clipboard.ts";
import { openPopup } from "./popup.ts";
import { openView, shareFromPage, expectStatus, useDemoAccount, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("Mix That: one click shares, the popup shares with a name and permissions, and revokes", async ({
  browserWith,
  sandbox,
}) => {
  await useDemoAccount(browserWith, "Sandbox · Mix That");
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${mixthatStemTrack.id}`);
  const address = await shareFromPage(page);
  expect(address).toMatch(new RegExp(`^${sandbox.origin}/tracks/Lntrn1\\?auth_token=[\\w.-]+$`));

  const popup = await openPopup(browserWith, page);
  await popup.getByLabel("Name").fill("For the band");
  await popup.getByRole("checkbox").first().check();
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, "Link copied");
  const second = sandbox.ledger().shares.find(({ name }) => name?.startsWith("For the band"));
  expect(second).toMatchObject({ track_id: mixthatStemTrack.id, revoked_at: null });

  const links = await openView(browserWith, page, "Links");
  await expect(links.getByRole("button", { name: "Copy link" })).toHaveCount(2);
  await links.getByRole("button", { name: "Revoke", exact: true }).first().click();
  await links.getByRole("button", { name: "Revoke link" }).click();
  await expect.poll(() => sandbox.ledger().shares.filter((each) => each.revoked_at).length).toBe(1);

  // The first link still opens, for somebody without an account here.
  const opened = await openPage(browserWith, address);
  await expect(opened.getByRole("heading", { name: mixthatStemTrack.label })).toBeVisible();
});

test("CraftKit: a document that is not ready is waited for, and shared by itself", async ({
  browserWith,
  sandbox,
}) => {
  await useDemoAccount(browserWith, "Sandbox · CraftKit");
  sandbox.set({ craftkitRenderPolls: 3 });
  const page = await openPage(browserWith, `${sandbox.origin}/renders/${slowRender.id}`);
  const popup = await openPopup(browserWith, page);
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, /by itself/i);
  await expect.poll(() => sandbox.ledger().shares.length, { timeout: 45_000 }).toBe(1);
  const links = await openView(browserWith, page, "Links");
  await expect(links.getByRole("button", { name: "Copy link" })).toHaveCount(1);
  expect(sandbox.ledger().shares).toHaveLength(1);
});

test("CraftKit: a link for one person records who it is for", async ({ browserWith, sandbox }) => {
  await useDemoAccount(browserWith, "Sandbox · CraftKit");
  const page = await openPage(browserWith, `${sandbox.origin}/renders/${readyRender.id}`);
  const popup = await openPopup(browserWith, page);
  await popup.getByLabel(/e-mail/i).fill("ben@label.example");
  await popup.getByLabel("Message").fill("As promised.");
  await popup.getByRole("button", { name: "Share", exact: true }).click();
  await expectStatus(popup, "Link copied");
  expect(sandbox.ledger().shares).toMatchObject([
    { channel: "email", recipient: "ben@label.example" },
  ]);
});

test("any music page: read only when asked, shared by its address, saved here", async ({
  browserWith,
  sandbox,
}) => {
  const song = {
    "@type": "MusicRecording",
    name: "Paper Moon",
    byArtist: { name: "Ada" },
    duration: "PT2M5S",
  };
  const site = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(`<title>x</title><h1>Paper Moon</h1>
      <script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...song })}</script>`);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => site.once("listening", listening));
  const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/song`;
  try {
    const page = await openPage(browserWith, `${address}?utm_source=mail`);
    await expect(page.locator("earmark-buttons")).toHaveCount(0);
    const popup = await openPopup(browserWith, page);
    await expect(popup.getByText("Paper Moon")).toBeVisible();
    await expect(popup.getByText("Ada")).toBeVisible();
    await popup.getByRole("button", { name: "Save", exact: true }).click();
    await expectStatus(popup, /saved/i);
    await popup
      .getByRole("button", { name: /share|copy/i })
      .first()
      .click();
    await expectStatus(popup, /copied/i);
    expect(await readClipboard(page)).toBe(address);
    const library = await openView(browserWith, page, "Library");
    await expect(library.getByText("Paper Moon")).toBeVisible();
    const opened = page.context().waitForEvent("page");
    // The new tab closes the popup, maybe before the click is reported as done.
    await Promise.allSettled([library.getByRole("link", { name: "Open" }).click(), opened]);
    await expect(await opened).toHaveURL(address);
    expect(sandbox.ledger().requests).toEqual([]);
  } finally {
    site.close();
  }
});
