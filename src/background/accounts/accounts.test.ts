import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ada, ben, mixthatPlainToken } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import type { NewAccount } from "../../model/account.ts";
import { getUsableAccounts, getKey, removeAccount } from "../../store/accounts.ts";
import { runTransaction } from "../../store/database/transaction.ts";
import { addAccount, renameAccount, replaceKey, testAccount } from "./accounts.ts";

const kit = useBackground();

const adas = (): NewAccount => ({
  provider: "aitronos",
  origin: kit.sandbox.origin,
  label: " Ada ",
  settings: { organization: ada.org },
  key: `${ada.key}\n`, // as it is pasted
});
const atMixThat = (key: string): NewAccount => ({
  ...adas(),
  provider: "mixthat",
  settings: {},
  key,
});

test("a good account is stored, its key without the line break; twice the same is one", async () => {
  const first = await addAccount(kit.db, adas());
  const again = await addAccount(kit.db, { ...adas(), label: "Band" });
  expect(await getUsableAccounts(kit.db)).toMatchObject([
    { label: "Band", settings: { organization: ada.org } },
  ]);
  if (!first.ok || !again.ok) throw new Error("not added");
  expect(again.value.id).toBe(first.value.id);
  expect(await getKey(kit.db, first.value.id)).toBe(ada.key);
});

test("two keys at one service are two accounts", async () => {
  await addAccount(kit.db, atMixThat(ada.mixthatToken));
  await addAccount(kit.db, atMixThat(mixthatPlainToken));
  expect(await getUsableAccounts(kit.db)).toHaveLength(2);
});

test.each([
  ["a wrong key", { key: "ak_wrong" }, "signed-out"],
  ["a key that is no header text", { key: "ak “quoted”" }, "signed-out"],
  ["an organisation of others", { settings: { organization: ben.org } }, "not-allowed"],
  ["no organisation", { settings: {} }, "not-yours"],
  ["an origin that nobody built in", { origin: "https://evil.example" }, "no-permission"],
  [
    "a plan without the API",
    { provider: "mixthat", settings: {}, key: ben.mixthatToken },
    "not-allowed",
  ],
] as const)("%s: named, and nothing is stored", async (_name, change, kind) => {
  const asked = { ...adas(), ...change } as NewAccount;
  const result = await addAccount(kit.db, asked);
  expect(result).toMatchObject({ ok: false, failure: { kind } });
  expect(JSON.stringify(result)).not.toContain(asked.key);
  expect(await getUsableAccounts(kit.db)).toEqual([]);
});

test("without permission nothing is sent", async () => {
  fakeBrowser.permissions.contains = async () => false;
  expect(await testAccount(adas())).toMatchObject({ failure: { kind: "no-permission" } });
  expect(kit.sent).toEqual([]);
});

test("a new key replaces the old one only when the service accepts it; a name is just a name", async () => {
  const added = await addAccount(kit.db, adas());
  if (!added.ok) throw new Error("not added");
  expect(await replaceKey(kit.db, added.value, "ak_wrong")).toMatchObject({ ok: false });
  expect(await getKey(kit.db, added.value.id)).toBe(ada.key);
  await renameAccount(kit.db, added.value, "  ");
  expect(await getUsableAccounts(kit.db)).toMatchObject([{ label: "Ada" }]);
  await renameAccount(kit.db, added.value, "Studio");
  expect(await getUsableAccounts(kit.db)).toMatchObject([{ label: "Studio" }]);
  expect(await getKey(kit.db, added.value.id)).toBe(ada.key);
});

test("removing an account takes everything of it and nothing of the others", async () => {
  const added = await addAccount(kit.db, adas());
  const other = await addAccount(kit.db, atMixThat(ada.mixthatToken));
  if (!added.ok || !other.ok) throw new Error("not added");
  await runTransaction(kit.db, ["links", "attempts", "entries", "outbox"], async (tx) => {
    for (const account of [added.value.id, other.value.id]) {
      const row = { key: account, account, track: { id: "t" }, createdAt: 1, state: "unknown" };
      await tx.objectStore("links").put(row as never);
      await tx.objectStore("attempts").put(row as never);
      await tx.objectStore("outbox").put(row as never);
      await tx.objectStore("entries").put({ ...row, savedAt: 1 } as never, account);
    }
  });
  await removeAccount(kit.db, added.value.id);
  for (const store of ["accounts", "keys", "links", "attempts", "entries", "outbox"] as const) {
    expect([store, await kit.db.count(store)]).toEqual([store, 1]);
  }
  expect(JSON.stringify(await kit.db.getAll("keys"))).not.toContain(ada.key);
});
