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
  test("matches the account with the same id", () => {
    const other = account({ id: "b", label: "Other" });
    expect(match([account()], [other, account({ label: "New name" })])).toEqual({ a: "a" });
  });

  test("matches the only account with the same service, origin and settings, whatever its name", () => {
    expect(match([account()], [account({ id: "b", label: "Ada" })])).toEqual({ a: "b" });
  });

  test.each([
    { provider: "craftkit" as const },
    { origin: "https://band.example" },
    { settings: { organization: "org_2" } },
  ])("does not match an account that differs: %j", (over) => {
    expect(match([account()], [account({ id: "b", ...over })])).toEqual({ a: "a" });
  });

  test("matches the account with the same name when there are several", () => {
    const here = [account({ id: "b", label: "Ada" }), account({ id: "c" })];
    expect(match([account()], here)).toEqual({ a: "c" });
  });

  test("matches none when several are possible", () => {
    const twins = [account({ id: "b" }), account({ id: "c" })];
    expect(match([account()], twins)).toEqual({ a: "a" });
    expect(match(twins, [account({ id: "d" })])).toEqual({ b: "b", c: "c" });
    // An account that has its own match does not take another one.
    expect(match([account(), account({ id: "b" })], [account()])).toEqual({ a: "a", b: "b" });
  });

  test("maps to null when another account has its id", () => {
    expect(match([account()], [account({ provider: "aitronos" })])).toEqual({ a: null });
  });
});

test("findSameAccount finds the account without a key that a new account is the same as", () => {
  const keyless = [account({ id: "b", label: "Ada" }), account({ id: "c", provider: "craftkit" })];
  expect(findSameAccount(account({ id: "x" }), keyless)?.id).toBe("b");
  expect(findSameAccount(account({ origin: "https://x" }), keyless)).toBeUndefined();
});
