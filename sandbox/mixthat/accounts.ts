import { ada, ben, mixthatPlainToken } from "../users.ts";
import type { User } from "../users.ts";

/** Whose API token it is and what its plan allows. */
export interface Account {
  readonly person: User;
  /** Only the Pro plan has the API: https://github.com/firstcoders/mixthat-docs (plans/creator.md) */
  readonly hasApi: boolean;
  /** Long or endless expiry and the four permissions of a share; scope `account/assume_user`. */
  readonly isExtended: boolean;
}

const accounts: ReadonlyMap<string, Account> = new Map([
  [ada.mixthatToken, { person: ada, hasApi: true, isExtended: true }],
  [mixthatPlainToken, { person: ada, hasApi: true, isExtended: false }],
  [ben.mixthatToken, { person: ben, hasApi: false, isExtended: false }],
]);

/** The account behind an API token. */
export function findAccount(token: string | undefined): Account | undefined {
  return accounts.get(token ?? "");
}
