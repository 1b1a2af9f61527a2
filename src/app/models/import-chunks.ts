import { MAX_ACCOUNTS, MAX_ROWS_PER_MESSAGE } from "../../export-file/decode-rows.ts";
import type { ImportedAccount, ImportedRows } from "../../export-file/decode-rows.ts";
import { matchAccounts } from "../../export-file/match-accounts.ts";
import { fileRows } from "../../export-file/read-file.ts";
import type { ExportFile } from "../../export-file/read-file.ts";
import type { Account } from "../../model/account.ts";
import { providerIds } from "../../model/provider-id.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import { decode } from "../../shared/decode.ts";
import type { Decoder } from "../../shared/decode.ts";

/** The rows that are sent to the background in one message. */
export interface ImportChunk {
  rows: ImportedRows;
  /** Which tally the rows count in; attempts count with the links. */
  tally: "links" | "entries";
  /** How many rows of the file were read for this chunk. */
  rowsRead: number;
  /** How many of those rows cannot be used. */
  refused: number;
}

/** Splits a file into chunks, whose rows are assigned to the accounts that exist on this device. */
export function* splitIntoChunks(
  file: ExportFile,
  ownAccounts: readonly Account[],
): Generator<ImportChunk> {
  const accounts = file.accounts.slice(0, MAX_ACCOUNTS).flatMap((raw) => {
    const account = decode(fileRows.account, raw);
    return account.ok ? [account.value] : [];
  });
  const owners = matchAccounts(accounts, ownAccounts);
  const isNew = ({ id }: ImportedAccount): boolean =>
    owners.get(id) === id && !ownAccounts.some((each) => each.id === id);
  const newAccounts = accounts.filter(isNew);
  if (newAccounts.length > 0) yield createChunk({ accounts: newAccounts }, "links", 0, 0);

  const providers = new Map<string, ProviderId>(accounts.map((one) => [one.id, one.provider]));
  // Rows of a service without accounts belong to this device's own account there, whose id is the service's.
  for (const id of providerIds.filter((each) => !providerFacts[each].needsAccount)) {
    owners.set(id, id);
    providers.set(id, id);
  }

  /** Decodes a row and assigns it to the account on this device. Null when it cannot be used. */
  const createReader =
    <T extends { account: string }>(decoder: Decoder<T>, getProvider: (row: T) => ProviderId) =>
    (raw: unknown): T | null => {
      const row = decode(decoder, raw);
      if (!row.ok || providers.get(row.value.account) !== getProvider(row.value)) return null;
      const account = owners.get(row.value.account);
      return account ? { ...row.value, account } : null;
    };

  const readLink = createReader(fileRows.link, ({ track }) => track.provider);
  const readAttempt = createReader(fileRows.attempt, ({ track }) => track.provider);
  const readEntry = createReader(fileRows.entry, ({ provider }) => provider);
  yield* splitRows(file.links, readLink, "links", (links) => ({ links }));
  yield* splitRows(file.attempts, readAttempt, "links", (attempts) => ({ attempts }));
  yield* splitRows(file.library, readEntry, "entries", (entries) => ({ entries }));
}

/** In characters. Browsers take messages of up to 64 MB. */
const MAX_MESSAGE_CHARACTERS = 4 * 2 ** 20;

function* splitRows<T>(
  rawRows: readonly unknown[],
  read: (raw: unknown) => T | null,
  tally: ImportChunk["tally"],
  toImported: (rows: T[]) => Partial<ImportedRows>,
): Generator<ImportChunk> {
  let rows: T[] = [];
  let rowsRead = 0;
  let characters = 0;
  for (const raw of rawRows) {
    rowsRead++;
    const row = read(raw);
    if (row !== null) {
      rows.push(row);
      characters += JSON.stringify(row).length;
    }
    if (rowsRead < MAX_ROWS_PER_MESSAGE && characters < MAX_MESSAGE_CHARACTERS) continue;
    yield createChunk(toImported(rows), tally, rowsRead, rowsRead - rows.length);
    [rows, rowsRead, characters] = [[], 0, 0];
  }
  if (rowsRead > 0) yield createChunk(toImported(rows), tally, rowsRead, rowsRead - rows.length);
}

function createChunk(
  some: Partial<ImportedRows>,
  tally: ImportChunk["tally"],
  rowsRead: number,
  refused: number,
): ImportChunk {
  const rows = { accounts: [], links: [], attempts: [], entries: [], ...some };
  return { rows, tally, rowsRead, refused };
}
