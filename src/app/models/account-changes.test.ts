import { describe, expect, test } from "vitest";
import { account, entry, link } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { useModelDependencies } from "../../../test/kits/model-dependencies.ts";
import { putAccount } from "../../store/accounts.ts";
import { syncEntries } from "../../store/entries.ts";
import { putLink } from "../../store/links.ts";
import { createAccountChangesModel } from "./account-changes.ts";

const kit = useModelDependencies();
const { toast, toastText } = kit;
const done = { ok: true, value: undefined } as const;

function changes(replies: PreparedReplies) {
  const { deps, sent } = kit.createDependencies(replies);
  const loads: number[] = [];
  const load = async (): Promise<void> => void loads.push(1);
  return { ...createAccountChangesModel(deps, load), sent, loads };
}

describe("createAccountChangesModel", () => {
  test("renames and reloads the list", async () => {
    const { rename, sent, loads } = changes({ "rename-account": done });
    expect(await rename(account(), "Choir")).toBe(true);
    expect(sent).toEqual([{ name: "rename-account", payload: { account: "a", label: "Choir" } }]);
    expect(loads).toHaveLength(1);
    expect(toastText()).toContain("“Choir”");
  });

  test("replaces a key once for two clicks, and trims it", async () => {
    const { replaceKey, sent } = changes({ "replace-key": done });
    const both = [replaceKey(account(), " sk_new\n"), replaceKey(account(), "sk_new")];
    expect(await Promise.all(both)).toEqual([true, false]);
    expect(sent).toEqual([{ name: "replace-key", payload: { account: "a", key: "sk_new" } }]);
    expect(toast.content.value?.text).not.toContain("sk_new");
  });

  test("explains why the service rejected a key", async () => {
    const failure = { kind: "signed-out", code: null } as const;
    const { replaceKey, inFlight } = changes({ "replace-key": { ok: false, failure } });
    expect(await replaceKey(account({ provider: "craftkit" }), "ck_bad")).toBe(false);
    expect(toastText()).toContain("CraftKit did not accept the project key.");
    expect(inFlight.value.size).toBe(0);
  });

  test("counts the links and entries of an account across pages", async () => {
    await putAccount(kit.db, account(), "key");
    for (let at = 1; at <= 120; at++) {
      const whose = at % 2 ? "a" : "b";
      await putLink(kit.db, link({ key: `k${at}`, account: whose, createdAt: at }));
    }
    await syncEntries(kit.db, "a", [entry(), entry({ id: "x" })]);
    await syncEntries(kit.db, "b", [entry({ account: "b" })]);
    const { countItems } = changes({});
    expect(await countItems(account())).toEqual({ links: 60, entries: 2 });
    expect(await countItems(account({ id: "c" }))).toEqual({ links: 0, entries: 0 });
  });

  test("confirms that an account is removed", async () => {
    const { remove, loads } = changes({ "remove-account": done });
    await remove(account());
    expect(loads).toHaveLength(1);
    expect(toastText()).toBe("Account removed.");
  });
});
