import { getAccountScope } from "../model/account.ts";
import type { Account } from "../model/account.ts";
import type { ImportedAccount } from "./decode-rows.ts";

/** The only one of them; undefined when there are none or several. */
const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/**
 * The one account of `here` that has the same service, address and settings; of several the one with
 * the same name. Where even that does not decide, none: its links would go to somebody else.
 */
export function findSameAccount<T extends ImportedAccount>(
  wanted: Omit<ImportedAccount, "id">,
  here: readonly T[],
): T | undefined {
  const there = here.filter((each) => getAccountScope(each) === getAccountScope(wanted));
  return only(there) ?? only(there.filter(({ label }) => label === wanted.label));
}

/**
 * By the id of each imported account the id it has here: its own where there is no such account yet,
 * and null where that id is another account's.
 */
export function matchAccounts(
  imported: readonly ImportedAccount[],
  here: readonly Account[],
): Map<string, string | null> {
  const sameId = (one: ImportedAccount): Account | undefined =>
    here.find(({ id }) => id === one.id);
  const ids = new Set(imported.map(({ id }) => id));
  const free = here.filter(({ id }) => !ids.has(id));
  const coming = imported.filter((one) => !sameId(one));
  return new Map(
    imported.map((one) => {
      const known = sameId(one);
      if (known) {
        const isSame = known.provider === one.provider && known.origin === one.origin;
        return [one.id, isSame ? one.id : null];
      }
      const match = findSameAccount(one, free);
      const mutual = match && findSameAccount(match, coming) === one;
      return [one.id, mutual ? match.id : one.id];
    }),
  );
}
