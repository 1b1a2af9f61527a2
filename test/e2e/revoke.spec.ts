import { ada, ben, stemTrack } from "../../sandbox/accounts.ts";
import { launch } from "./browser.ts";
import { expectName } from "./closed-shadow-roots.ts";
import { loopback } from "./permissions.ts";
import { openPopup } from "./popup.ts";
import { addAccount, openView, shareFromPage, expectStatus, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("a revoked link opens for nobody; the copy that somebody saved stays", async ({
  browserWith: adas,
  sandbox,
}) => {
  await addAccount(adas, sandbox.origin, ada);
  const page = await openPage(adas, `${sandbox.origin}/tracks/${stemTrack.id}`);
  const address = await shareFromPage(page);

  const bens = await launch({ grants: { ...loopback, permissions: ["clipboardWrite"] } });
  try {
    await addAccount(bens, sandbox.origin, ben);
    const shared = await openPage(bens, address);
    const popup = await openPopup(bens, shared);
    await expect(popup.getByText(stemTrack.title)).toBeVisible();
    await popup.getByRole("button", { name: "Save", exact: true }).click();
    await expectStatus(popup, /saved/i);
    expect(sandbox.ledger().library).toMatchObject([{ user: "Ben", source: "shared" }]);

    const links = await openView(adas, page, "Links");
    await links.getByRole("button", { name: "Revoke", exact: true }).click();
    expect(sandbox.ledger().shares[0]?.revoked_at).toBeNull(); // the second step is still to come
    await links.getByRole("button", { name: "Revoke link" }).click();
    await expect(links.getByText(/^Revoked/i).first()).toBeVisible();
    expect(sandbox.ledger().shares[0]?.revoked_at).not.toBeNull();

    const again = await openPopup(bens, shared);
    await expect(again.getByText(/expired, was revoked/i)).toBeVisible();
    const code = `<script src="/widget/earmark-player.js"></script><earmark-player src="${address}"></earmark-player>`;
    const site = await openPage(bens, `${sandbox.origin}/embed?code=${encodeURIComponent(code)}`);
    await expectName(site, /no longer works/);

    const library = await openView(bens, shared, "Library");
    await library.getByRole("button", { name: "Refresh" }).click();
    await expectStatus(library, /up to date/i);
    await expect(library.getByText(stemTrack.title)).toBeVisible();
    expect(sandbox.ledger().library).toHaveLength(1);
  } finally {
    await bens.close();
  }
});
