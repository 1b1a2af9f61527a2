import { describe, expect, test } from "vitest";
import type { Account } from "../model/account.ts";
import { matchAccounts, findSameAccount } from "./match-accounts.ts";

const account = (over: Partial<Account> = {}): Account => ({
  id: "a",
  provider: "mixthat",
  origin: "https://app.mixthat.co",
  label: "Mix That",
  settings: {},
  addedAt: 1,
  ...over,
});

const match = (imported: Account[], here: Account[]) =>
  Object.fromEntries(matchAccounts(imported, here));

describe("an imported account", () => {
  test("is the one with its id", () => {
    const other = account({ id: "b", label: "Other" });
    expect(match([account()], [other, account({ label: "New name" })])).toEqual({ a: "a" });
  });

  test("is the only one at the same place, whatever it is called", () => {
    expect(match([account()], [account({ id: "b", label: "Ada" })])).toEqual({ a: "b" });
  });

  test.each([
    { provider: "craftkit" as const },
    { origin: "https://band.example" },
    { settings: { organization: "org_2" } },
  ])("is not one at another place: %j", (over) => {
    expect(match([account()], [account({ id: "b", ...over })])).toEqual({ a: "a" });
  });

  test("is of several the one with the same name", () => {
    const here = [account({ id: "b", label: "Ada" }), account({ id: "c" })];
    expect(match([account()], here)).toEqual({ a: "c" });
  });

  test("is none where nothing tells which", () => {
    const twins = [account({ id: "b" }), account({ id: "c" })];
    expect(match([account()], twins)).toEqual({ a: "a" });
    expect(match(twins, [account({ id: "d" })])).toEqual({ b: "b", c: "c" });
    // Nor does the one that is left over take the place of another.
    expect(match([account(), account({ id: "b" })], [account()])).toEqual({ a: "a", b: "b" });
  });

  test("goes nowhere where its id is another account's", () => {
    expect(match([account()], [account({ provider: "aitronos" })])).toEqual({ a: null });
  });
});

test("an account that gets its key is found among those without one", () => {
  const keyless = [account({ id: "b", label: "Ada" }), account({ id: "c", provider: "craftkit" })];
  expect(findSameAccount(account({ id: "x" }), keyless)?.id).toBe("b");
  expect(findSameAccount(account({ origin: "https://x" }), keyless)).toBeUndefined();
});
