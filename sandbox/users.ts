import { signJwt } from "./jwt.ts";

/** A person with an account in each service of the sandbox. The keys are made up and open nothing anywhere else. */
export interface User {
  readonly name: string;
  readonly org: string;
  readonly orgName: string;
  /** Aitronos. */
  readonly key: string;
  /** Mix That: an API token. Ada has the Pro plan; Ben's plan has no API access. */
  readonly mixthatToken: string;
  /** CraftKit: the live key of the person's project. */
  readonly craftkitKey: string;
}

/** Mix That calls its API tokens JWTs; `plan` makes two tokens of one person differ. */
function makeApiToken(name: string, plan: string): string {
  const claims = { account_id: name, plan, iat: 1_780_000_000, iss: "https://app.mixthat.co" };
  return signJwt("apitokens", claims, "sandbox");
}

export const ada: User = {
  name: "Ada",
  org: "org_studio",
  orgName: "Lantern Room Studio",
  key: "ak_sandboxAda_3f9c1e7b5a2d8046c1f7e3b9d5a20",
  mixthatToken: makeApiToken("ada", "pro"),
  craftkitKey: "ck_live_sandboxAda_5c0e2a4f6b8d1937",
};

export const ben: User = {
  name: "Ben",
  org: "org_label",
  orgName: "Small Hours Label",
  key: "ak_sandboxBen_8d2a6f4e0c9b7153e8a4d6f0b2c91",
  mixthatToken: makeApiToken("ben", "free"),
  craftkitKey: "ck_live_sandboxBen_7d1f3b5c9e0a2846",
};

export const users: readonly User[] = [ada, ben];

/** Two more keys of Ada's which the service refuses, each with its own 401 code. */
export const pausedKey = "ak_sandboxOff_0b7d5c3e1f9a8264d0c2b4a6f8e13";
export const expiredKey = "ak_sandboxOld_6e8c0a2f4d1b9375a7c9e1f3b5d08";

/** Keys that are refused, and the documented code each one gets. */
export const refusedKeys: ReadonlyMap<string, string> = new Map([
  [pausedKey, "API_KEY_PAUSED"],
  [expiredKey, "API_KEY_EXPIRED"],
]);

/** Mix That: another token of Ada's, with API access but without the extended share options. */
export const mixthatPlainToken = makeApiToken("ada", "plain");

/** CraftKit: the test key of Ada's project, which sees only what was rendered with it. */
export const craftkitTestKey = "ck_test_sandboxAda_2b4d6f8a0c1e3957";

/** CraftKit: an account key of Ada's, which no render endpoint takes. */
export const craftkitAccountKey = "ck_acct_sandboxAda_9e7c5a3b1d0f2468";
