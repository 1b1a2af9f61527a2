import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/share-attempt.ts";
import { FILE_VERSION, pickPublicSettings } from "./read-file.ts";
import type { ImportedAccount } from "./decode-rows.ts";
import type { Entry } from "../model/library-entry.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Terms } from "../model/share-terms.ts";
import type { Track } from "../model/track.ts";

/* The file of docs/export-format.md, as it is written; earmark-file.ts reads it. */

/** Everything that goes into a file; the long lists some rows at a time. */
export interface Exported {
  /** Milliseconds since 1970. */
  at: number;
  accounts: readonly (Account | ImportedAccount)[];
  links: Rows<StoredLink>;
  /** Those of which nobody knows whether a link came of them. */
  attempts: readonly Attempt[];
  entries: Rows<Entry>;
}

type Rows<T> = AsyncIterable<readonly T[]> | Iterable<readonly T[]>;

const NOTICE = "the addresses in `links` are secrets: whoever has one has the access";

/** The text of a file in parts, one line to each row. */
export async function* writeExportFile(what: Exported): AsyncGenerator<string> {
  const head = { earmark: FILE_VERSION, exportedAt: iso(what.at), notice: NOTICE };
  yield JSON.stringify(head).slice(0, -1);
  yield* linesOf("accounts", [what.accounts], accountOut);
  yield* linesOf("links", what.links, linkOut);
  yield* linesOf("attempts", [what.attempts], attemptOut);
  yield* linesOf("library", what.entries, entryOut);
  yield "\n}\n";
}

async function* linesOf<T>(
  name: string,
  batches: Rows<T>,
  out: (row: T) => unknown,
): AsyncGenerator<string> {
  let before = `,\n"${name}": [\n`;
  for await (const batch of batches) {
    if (batch.length === 0) continue;
    yield before + batch.map((row) => JSON.stringify(out(row))).join(",\n");
    before = ",\n";
  }
  yield before === ",\n" ? "\n]" : `${before}]`;
}

const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/* Named field by field: nothing gets into a file by being in the database. */

function accountOut(account: ImportedAccount) {
  const { id, provider, origin, label } = account;
  return { id, provider, origin, label, settings: pickPublicSettings(account) };
}

function trackOut(track: Track) {
  const { provider, origin, id, title, duration } = track;
  const { artist = null, album = null, artwork = null } = track;
  return { provider, origin, id, title, duration, artist, album, artwork };
}

const termsOut = ({ visibility, expiresInDays, name, permissions, ...whom }: Terms) => {
  const { recipient, message } = whom;
  return { visibility, expiresInDays, name, permissions, recipient, message };
};

function linkOut(link: StoredLink) {
  const { key, id, account, url, embedUrl, visibility } = link;
  const createdAt = iso(link.createdAt);
  const expiresAt = isoOrNull(link.expiresAt);
  const revokedAt = isoOrNull(link.revokedAt);
  const state = { key, id, account, url, embedUrl, visibility, createdAt, expiresAt, revokedAt };
  const made = { track: trackOut(link.track), asked: termsOut(link.asked), nonce: link.nonce };
  return { secret: true, ...state, ...made };
}

function attemptOut({ key, account, createdAt, sentAt, track, asked, nonce }: Attempt) {
  const times = { createdAt: iso(createdAt), sentAt: isoOrNull(sentAt) };
  return { key, account, ...times, track: trackOut(track), asked: termsOut(asked), nonce };
}

function entryOut(entry: Entry) {
  const { account, source, savedAt } = entry;
  return { account, source, savedAt: iso(savedAt), ...trackOut(entry) };
}
