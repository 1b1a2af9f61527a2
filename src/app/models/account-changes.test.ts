import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { account, entry, fakeAsk, link } from "../../../test/kits/app.ts";
import { putAccount } from "../../store/accounts.ts";
import { type Database, openDatabase } from "../../store/database/open-database.ts";
import { syncEntries } from "../../store/entries.ts";
import { putLink } from "../../store/links.ts";
import { createAccountChanges } from "./account-changes.ts";
import { createNotice } from "./toast.ts";

const done = { ok: true, value: undefined } as const;
const notice = createNotice();
let db: Database;
let count = 0;

beforeEach(async () => {
  notice.clear();
  db = await openDatabase(`changes-${count++}`);
});

function changes(answers: Parameters<typeof fakeAsk>[0]) {
  const { ask, asked } = fakeAsk(answers);
  const loads: number[] = [];
  const load = async (): Promise<void> => void loads.push(1);
  return {
    ...createAccountChanges({ db: Promise.resolve(db), ask, notice }, load),
    asked,
    loads,
  };
}

describe("account changes", () => {
  it("rename, and read the list again", async () => {
    const { rename, asked, loads } = changes({ "rename-account": done });
    expect(await rename(account(), "Choir")).toBe(true);
    expect(asked).toEqual([{ name: "rename-account", ask: { account: "a", label: "Choir" } }]);
    expect(loads).toHaveLength(1);
    expect(notice.outcome.value?.text).toContain("“Choir”");
  });

  it("replace a key without the blanks of pasting, once for two presses", async () => {
    const { replaceKey, asked } = changes({ "replace-key": done });
    const both = [replaceKey(account(), " sk_new\n"), replaceKey(account(), "sk_new")];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(asked).toEqual([{ name: "replace-key", ask: { account: "a", key: "sk_new" } }]);
    expect(notice.outcome.value?.text).not.toContain("sk_new");
  });

  it("say what is wrong with a key that the service does not take", async () => {
    const failure = { kind: "signed-out", code: null } as const;
    const { replaceKey, doing } = changes({ "replace-key": { ok: false, failure } });
    expect(await replaceKey(account({ provider: "craftkit" }), "ck_bad")).toBe(false);
    expect(notice.outcome.value?.text).toContain("CraftKit did not accept the project key.");
    expect(doing.value.size).toBe(0);
  });

  it("count what goes with an account, over any number of screenfuls", async () => {
    await putAccount(db, account(), "key");
    for (let at = 1; at <= 120; at++) {
      const whose = at % 2 ? "a" : "b";
      await putLink(db, link({ key: `k${at}`, account: whose, createdAt: at }));
    }
    await syncEntries(db, "a", [entry(), entry({ id: "x" })]);
    await syncEntries(db, "b", [entry({ account: "b" })]);
    const { countOf } = changes({});
    expect(await countOf(account())).toEqual({ links: 60, entries: 2 });
    expect(await countOf(account({ id: "c" }))).toEqual({ links: 0, entries: 0 });
  });

  it("say when an account is gone", async () => {
    const { remove, loads } = changes({ "remove-account": done });
    await remove(account());
    expect(loads).toHaveLength(1);
    expect(notice.outcome.value?.text).toBe("Account removed.");
  });
});
