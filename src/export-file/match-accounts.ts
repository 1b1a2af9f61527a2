import { getAccountScope } from "../model/account.ts";
import type { Account } from "../model/account.ts";
import type { ImportedAccount } from "./decode-rows.ts";

/** The only item of a list; undefined when there are none or several. */
const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/**
 * Finds the account of `here` with the same service, origin and settings, and of several the one with the same name.
 * Undefined where that is not exactly one, because the links could otherwise be added to another person's account.
 */
export function findSameAccount<T extends ImportedAccount>(
  wanted: Omit<ImportedAccount, "id">,
  here: readonly T[],
): T | undefined {
  const candidates = here.filter((each) => getAccountScope(each) === getAccountScope(wanted));
  return only(candidates) ?? only(candidates.filter(({ label }) => label === wanted.label));
}

/**
 * Maps the id of each imported account to its id on this device: the id of the account that it is the same as, its own
 * id where there is none, or null where another account has that id.
 */
export function matchAccounts(
  imported: readonly ImportedAccount[],
  here: readonly Account[],
): Map<string, string | null> {
  const findById = (one: ImportedAccount): Account | undefined =>
    here.find(({ id }) => id === one.id);
  const ids = new Set(imported.map(({ id }) => id));
  const unmatched = here.filter(({ id }) => !ids.has(id));
  const unmatchedImports = imported.filter((one) => !findById(one));
  return new Map(
    imported.map((one) => {
      const known = findById(one);
      if (known) {
        const isSame = known.provider === one.provider && known.origin === one.origin;
        return [one.id, isSame ? one.id : null];
      }
      const match = findSameAccount(one, unmatched);
      const isMutual = match && findSameAccount(match, unmatchedImports) === one;
      return [one.id, isMutual ? match.id : one.id];
    }),
  );
}
