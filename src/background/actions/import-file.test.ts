import { expect, test, vi } from "vitest";
import { ada } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import type { ImportedRows } from "../../export-file/decode-rows.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import { getAccount, addAccount } from "../accounts/accounts.ts";
import { drain, resumePausedJobs } from "../outbox/outbox.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { delays } from "../timing/delays.ts";
import { importFile } from "./import-file.ts";
import { revokeLink } from "./links.ts";

const kit = useBackground();

/** What another device of Ada's has exported: an account with one live link. */
async function fromElsewhere(): Promise<ImportedRows> {
  const { addedAt: _, ...account } = await kit.account("aitronos", ada.key, "elsewhere");
  const made = await shareTrack(kit.db, { ...account, addedAt: 1 }, kit.shareIntent("aitronos"));
  if (!made.ok) throw new Error("not shared");
  await Promise.all(
    (["accounts", "keys", "attempts", "links"] as const).map((name) => kit.db.clear(name)),
  );
  kit.copyDiffers = true; // it was cleared behind its back
  kit.sent.length = 0;
  return { accounts: [account], links: [made.value], attempts: [], entries: [] };
}

test("an import sends no request, and an imported account has no key", async () => {
  vi.spyOn(delays, "undoWindow", "get").mockReturnValue(0);
  const rows = await fromElsewhere();
  const answer = await importFile(kit.db, rows);
  expect(answer).toMatchObject({ ok: true, value: { links: { fresh: 1 } } });
  expect(await getAccount(kit.db, "elsewhere")).toBeUndefined();
  expect(await getAllAccounts(kit.db)).toMatchObject([
    { id: "elsewhere", label: "aitronos", keyless: true },
  ]);
  await revokeLink(kit.db, rows.links[0]?.key ?? "");
  await drain(kit.db);
  expect(await kit.jobs()).toMatchObject([{ state: "paused", failure: { kind: "no-account" } }]);
  expect(kit.sent).toEqual([]);
});

test("adding an imported account with its key keeps its imported rows and runs its waiting jobs", async () => {
  vi.spyOn(delays, "undoWindow", "get").mockReturnValue(0);
  const rows = await fromElsewhere();
  await importFile(kit.db, rows);
  await revokeLink(kit.db, rows.links[0]?.key ?? "");
  await drain(kit.db);
  const { origin } = kit.sandbox;
  const settings = { organization: ada.org };
  const asked = { provider: "aitronos", origin, settings, label: "Ada", key: ada.key } as const;
  const added = await addAccount(kit.db, asked);
  expect(added).toMatchObject({ ok: true, value: { id: "elsewhere", label: "Ada" } });
  expect(await getAllAccounts(kit.db)).toEqual([added.ok && added.value]);
  expect(added).not.toHaveProperty("value.keyless");
  await resumePausedJobs(kit.db, "elsewhere");
  await drain(kit.db);
  expect(kit.liveShares()).toEqual([]);
  expect((await kit.links())[0]?.revokedAt).not.toBeNull();
});
