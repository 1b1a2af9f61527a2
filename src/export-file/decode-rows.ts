import type { Account } from "../model/account.ts";
import { terms } from "../model/decode-share-terms.ts";
import type { Entry } from "../model/library-entry.ts";
import type { ProviderId } from "../model/provider-id.ts";
import type { Attempt } from "../model/share-attempt.ts";
import { visibilities } from "../model/share-terms.ts";
import type { StoredLink } from "../model/stored-link.ts";
import { trackShape } from "../model/track.ts";
import { providerFacts } from "../providers/facts.ts";
import {
  list,
  malformed,
  matching,
  nullable,
  number,
  oneOf,
  record,
  text,
  texts,
} from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";

/** An account as it is exported: without its key and the time it was added. */
export type ImportedAccount = Omit<Account, "addedAt">;

/** Rows that are written to the database together. */
export interface ImportedRows {
  accounts: ImportedAccount[];
  links: StoredLink[];
  attempts: Attempt[];
  entries: Entry[];
}

/** Most accounts in one import. */
export const MAX_ACCOUNTS = 1000;

/** Most rows of each kind that are written to the database at once. */
export const MAX_ROWS_PER_MESSAGE = 2000;

/** An id that Earmark created. It has no blanks, because they separate the parts of keys in the database. */
const ownId = matching(/^[\w-]{1,128}$/);

/** Whether a text is an absolute http(s) URL. */
const isWebAddress = (given: string): boolean => /^https?:/i.test(given) && URL.canParse(given);

const address: Decoder<string> = (value) => {
  const given = text(8192)(value);
  return isWebAddress(given) ? given : malformed();
};

const origin: Decoder<string> = (value) => {
  const given = address(value);
  return new URL(given).origin === given ? given : malformed();
};

/** The fields of a track, with its URLs checked. */
const trackFields = { ...trackShape, origin, artwork: nullable(address) };

/** Refuses a track whose id should be the URL of its page and is not one. */
function withCheckedId<T extends { provider: ProviderId; id: string }>(
  decoder: Decoder<T>,
): Decoder<T> {
  return (value) => {
    const track = decoder(value);
    if (providerFacts[track.provider].sharesPageAddress && !isWebAddress(track.id)) malformed("id");
    return track;
  };
}

export const importedAccount: Decoder<ImportedAccount> = record({
  id: ownId,
  provider: trackShape.provider,
  origin,
  label: text(100),
  settings: texts,
});

/**
 * Creates the decoders of imported rows. Unknown fields are dropped, lengths are limited and addresses are http(s).
 * `when` decodes an instant to milliseconds since 1970.
 */
export function createRowDecoders(when: Decoder<number>) {
  const shared = {
    key: ownId,
    account: ownId,
    track: withCheckedId(record(trackFields)),
    asked: terms,
    nonce: text(64),
    createdAt: when,
  };
  const link: Decoder<StoredLink> = record({
    ...shared,
    id: nullable(text(512)),
    url: address,
    embedUrl: nullable(address),
    visibility: oneOf(...visibilities),
    expiresAt: nullable(when),
    revokedAt: nullable(when),
  });
  const attemptFields = record({ ...shared, sentAt: nullable(when) });
  /** An imported attempt is only shown: an import sends no requests, so its link is not searched. */
  const attempt: Decoder<Attempt> = (value) => ({
    ...attemptFields(value),
    state: "unknown",
    dueAt: null,
    looks: 0,
    spent: [],
    before: null,
    raw: null,
    reserve: null,
    failure: null,
  });
  const entry: Decoder<Entry> = withCheckedId(
    record({ ...trackFields, account: ownId, source: oneOf("own", "shared"), savedAt: when }),
  );
  return { link, attempt, entry };
}

const MAX_DATE_MS = 8.64e15; // beyond it there is no date: https://tc39.es/ecma262/#sec-time-values-and-time-range

const rows = createRowDecoders(number(-MAX_DATE_MS, MAX_DATE_MS));

/** One part of an import, as the app sends it to the background. */
export const importedRows: Decoder<ImportedRows> = record({
  accounts: list(importedAccount),
  links: list(rows.link, MAX_ROWS_PER_MESSAGE),
  attempts: list(rows.attempt, MAX_ROWS_PER_MESSAGE),
  entries: list(rows.entry, MAX_ROWS_PER_MESSAGE),
});
