import type { Account } from "../model/account.ts";
import type { Entry } from "../model/library-entry.ts";
import type { Attempt } from "../model/share-attempt.ts";
import type { Terms } from "../model/share-terms.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Track } from "../model/track.ts";
import type { ImportedAccount } from "./decode-rows.ts";
import { FILE_VERSION, pickPublicSettings } from "./read-file.ts";

/* Writes the file that docs/export-format.md describes; read-file.ts reads it. */

/** The contents of a file. Long lists come in batches, so that they need not be in memory at once. */
export interface Exported {
  /** Milliseconds since 1970. */
  at: number;
  accounts: readonly (Account | ImportedAccount)[];
  links: Rows<StoredLink>;
  /** Those of unknown outcome: their link may or may not exist. */
  attempts: readonly Attempt[];
  entries: Rows<Entry>;
}

type Rows<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

const NOTICE = "the addresses in `links` are secrets: whoever has one has the access";

/** Writes the text of a file in parts, with one line for each row. */
export async function* writeExportFile(what: Exported): AsyncGenerator<string> {
  const head = { earmark: FILE_VERSION, exportedAt: iso(what.at), notice: NOTICE };
  yield JSON.stringify(head).slice(0, -1);
  yield* writeLines("accounts", [what.accounts], toAccountRow);
  yield* writeLines("links", what.links, toLinkRow);
  yield* writeLines("attempts", [what.attempts], toAttemptRow);
  yield* writeLines("library", what.entries, toEntryRow);
  yield "\n}\n";
}

async function* writeLines<T>(
  name: string,
  batches: Rows<T>,
  toRow: (row: T) => unknown,
): AsyncGenerator<string> {
  let before = `,\n"${name}": [\n`;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield before + batch.map((row) => JSON.stringify(toRow(row))).join(",\n");
    before = ",\n";
  }
  yield before === ",\n" ? "\n]" : `${before}]`;
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/* Each field is named, so that a new field of the database is not exported by accident. */

function toAccountRow(account: ImportedAccount) {
  const { id, provider, origin, label } = account;
  return { id, provider, origin, label, settings: pickPublicSettings(account) };
}

function toTrackFields(track: Track) {
  const { provider, origin, id, title, duration } = track;
  const { artist = null, album = null, artwork = null } = track;
  return { provider, origin, id, title, duration, artist, album, artwork };
}

const toTermsFields = ({ visibility, expiresInDays, name, permissions, ...whom }: Terms) => {
  const { recipient, message } = whom;
  return { visibility, expiresInDays, name, permissions, recipient, message };
};

function toLinkRow(link: StoredLink) {
  const { key, id, account, url, embedUrl, visibility } = link;
  const createdAt = iso(link.createdAt);
  const expiresAt = isoOrNull(link.expiresAt);
  const revokedAt = isoOrNull(link.revokedAt);
  const state = { key, id, account, url, embedUrl, visibility, createdAt, expiresAt, revokedAt };
  const made = {
    track: toTrackFields(link.track),
    asked: toTermsFields(link.asked),
    nonce: link.nonce,
  };
  return { secret: true, ...state, ...made };
}

function toAttemptRow({ key, account, createdAt, sentAt, track, asked, nonce }: Attempt) {
  const times = { createdAt: iso(createdAt), sentAt: isoOrNull(sentAt) };
  return {
    key,
    account,
    ...times,
    track: toTrackFields(track),
    asked: toTermsFields(asked),
    nonce,
  };
}

function toEntryRow(entry: Entry) {
  const { account, source, savedAt } = entry;
  return { account, source, savedAt: iso(savedAt), ...toTrackFields(entry) };
}
