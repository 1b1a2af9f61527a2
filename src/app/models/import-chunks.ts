import type { Account } from "../../model/account.ts";
import { matchAccounts } from "../../export-file/match-accounts.ts";
import { decode, type Decoder } from "../../shared/decode.ts";
import { type EarmarkFile, fileRows } from "../../export-file/read.ts";
import {
  type ImportedAccount,
  type ImportedRows,
  MOST_ACCOUNTS,
  MOST_AT_ONCE,
} from "../../export-file/rows.ts";
import { type ProviderId, providerIds } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";

/** What goes to the background in one message. */
export interface ImportPart {
  rows: ImportedRows;
  /** The links that may exist are counted with the links. */
  of: "links" | "entries";
  /** How many rows of the file were looked at for it, and how many of them cannot be used. */
  looked: number;
  refused: number;
}

/** The rows of a file as they fit in with the accounts that are `here`, some at a time. */
export function* partsOf(file: EarmarkFile, here: readonly Account[]): Generator<ImportPart> {
  const accounts = file.accounts.slice(0, MOST_ACCOUNTS).flatMap((raw) => {
    const account = decode(fileRows.account, raw);
    return account.ok ? [account.value] : [];
  });
  const owners = matchAccounts(accounts, here);
  const isNew = ({ id }: ImportedAccount): boolean =>
    owners.get(id) === id && !here.some((each) => each.id === id);
  const fresh = accounts.filter(isNew);
  if (fresh.length > 0) yield part({ accounts: fresh }, "links", 0, 0);

  const providers = new Map<string, ProviderId>(accounts.map((one) => [one.id, one.provider]));
  // Rows of a service without accounts belong to this device's own account there, whose id is the service's.
  for (const id of providerIds.filter((each) => !providerFacts[each].needsAccount)) {
    owners.set(id, id);
    providers.set(id, id);
  }

  /** Reads a row, and gives it the account that it has here. Null when it cannot be used. */
  const reader =
    <T extends { account: string }>(decoder: Decoder<T>, providerOf: (row: T) => ProviderId) =>
    (raw: unknown): T | null => {
      const row = decode(decoder, raw);
      if (!row.ok || providers.get(row.value.account) !== providerOf(row.value)) return null;
      const account = owners.get(row.value.account);
      return account ? { ...row.value, account } : null;
    };

  const link = reader(fileRows.link, ({ track }) => track.provider);
  const attempt = reader(fileRows.attempt, ({ track }) => track.provider);
  const entry = reader(fileRows.entry, ({ provider }) => provider);
  yield* inParts(file.links, link, "links", (links) => ({ links }));
  yield* inParts(file.attempts, attempt, "links", (attempts) => ({ attempts }));
  yield* inParts(file.library, entry, "entries", (entries) => ({ entries }));
}

/** Characters in one message: browsers take no more than 64 MB. */
const MOST_IN_ONE = 4 * 2 ** 20;

function* inParts<T>(
  raws: readonly unknown[],
  read: (raw: unknown) => T | null,
  of: ImportPart["of"],
  as: (rows: T[]) => Partial<ImportedRows>,
): Generator<ImportPart> {
  let rows: T[] = [];
  let looked = 0;
  let characters = 0;
  for (const raw of raws) {
    looked++;
    const row = read(raw);
    if (row !== null) {
      rows.push(row);
      characters += JSON.stringify(row).length;
    }
    if (looked < MOST_AT_ONCE && characters < MOST_IN_ONE) continue;
    yield part(as(rows), of, looked, looked - rows.length);
    [rows, looked, characters] = [[], 0, 0];
  }
  if (looked > 0) yield part(as(rows), of, looked, looked - rows.length);
}

function part(
  some: Partial<ImportedRows>,
  of: ImportPart["of"],
  looked: number,
  refused: number,
): ImportPart {
  const rows = { accounts: [], links: [], attempts: [], entries: [], ...some };
  return { rows, of, looked, refused };
}
