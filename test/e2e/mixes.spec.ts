import { mixthatStemTrack } from "../../sandbox/accounts.ts";
import { openPopup } from "./popup.ts";
import { expectStatus, useDemoAccount, openPage } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

test("Mix That: a mix is made, saved, rendered, fetched and deleted", async ({
  browserWith,
  sandbox,
}) => {
  await useDemoAccount(browserWith, "Sandbox · Mix That");
  const page = await openPage(browserWith, `${sandbox.origin}/tracks/${mixthatStemTrack.id}`);
  const popup = await openPopup(browserWith, page);
  await popup.getByText("Mixes of this track").click();
  await popup.getByRole("button", { name: "New mix" }).click();
  await popup.getByLabel("Name of the mix").fill("Quiet drums");
  await popup.getByRole("slider", { name: "drums" }).fill("50");
  await popup.getByRole("checkbox", { name: "Mute bass" }).check();
  await popup.getByRole("button", { name: "Save mix" }).click();
  await expectStatus(popup, "The mix is saved");
  expect(sandbox.ledger().library).toMatchObject([{ provider: "mixthat", source: "mix" }]);

  const mix = popup.getByRole("listitem").filter({ hasText: "Quiet drums" });
  await expect(mix).toContainText("drums 50 %");
  await expect(mix).toContainText("bass muted");
  await mix.getByRole("button", { name: "Render as MP3" }).dblclick();
  await expectStatus(popup, "Rendering MP3…");
  const download = mix.getByRole("link", { name: "Download MP3" });
  await expect(download).toBeVisible({ timeout: 15_000 });
  const renders = sandbox.ledger().requests.filter(({ path }) => path.endsWith("/mix"));
  expect(renders).toHaveLength(1);
  const file = await fetch((await download.getAttribute("href")) ?? "");
  expect(file.status).toBe(200);
  await file.body?.cancel();

  await mix.getByRole("button", { name: "Delete", exact: true }).click();
  await popup.keyboard.press("Escape");
  await expect(mix.getByRole("button", { name: "Delete", exact: true })).toBeFocused();
  expect(sandbox.ledger().library).toHaveLength(1);
  await mix.getByRole("button", { name: "Delete", exact: true }).click();
  await mix.getByRole("button", { name: "Delete mix" }).click();
  await expectStatus(popup, "The mix is deleted");
  await expect(mix).toHaveCount(0);
  expect(sandbox.ledger().library).toEqual([]);
});
