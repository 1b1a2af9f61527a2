import fc from "fast-check";
import type { ImportedAccount } from "../../src/export-file/decode-rows.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import { permissions, visibilities } from "../../src/model/share-terms.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Track } from "../../src/model/track.ts";

/* Random rows of the database, for property-based tests of export and import. */

const id = fc.stringMatching(/^[\w-]{1,40}$/);
const words = fc.string({ unit: "binary", maxLength: 60 });
const origin = fc.constantFrom(
  "https://api.aitronos.com",
  "http://127.0.0.1:4711",
  "https://a.example",
);
const address = fc.webUrl({ withQueryParameters: true, withFragments: true });
const at = fc.integer({ min: -8.64e15, max: 8.64e15 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });

const track: fc.Arbitrary<Track> = fc
  .oneof(
    fc.record({ provider: fc.constantFrom("aitronos", "mixthat", "craftkit"), id: words }),
    fc.record({ provider: fc.constant("web"), id: address }),
  )
  .chain(({ provider, id: own }) =>
    fc.record({
      provider: fc.constant(provider as Track["provider"]),
      origin,
      id: fc.constant(own),
      title: maybe(words),
      duration: maybe(fc.double({ min: 0, max: 1e6, noNaN: true }).map((s) => s + 0)),
      artist: maybe(words),
      album: maybe(words),
      artwork: maybe(address),
    }),
  );

const terms: fc.Arbitrary<Terms> = fc.record({
  visibility: fc.constantFrom(...visibilities),
  expiresInDays: maybe(fc.integer({ min: 1, max: 3650 })),
  name: maybe(words),
  permissions: fc.subarray([...permissions]),
  recipient: maybe(words),
  message: maybe(words),
});

export const arbitraryAccount: fc.Arbitrary<ImportedAccount> = fc.oneof(
  fc.record({
    id,
    provider: fc.constant("aitronos" as const),
    origin,
    label: words,
    settings: fc.record({ organization: words }),
  }),
  fc.record({
    id,
    provider: fc.constantFrom("mixthat" as const, "craftkit" as const),
    origin,
    label: words,
    settings: fc.constant({}),
  }),
);

const made = { key: id, account: id, track, asked: terms, nonce: words, createdAt: at };

export const arbitraryLink: fc.Arbitrary<StoredLink> = fc.record({
  ...made,
  id: maybe(words),
  url: address,
  embedUrl: maybe(address),
  visibility: fc.constantFrom(...visibilities),
  expiresAt: maybe(at),
  revokedAt: maybe(at),
});

/** An attempt with an unknown outcome that is not reconciled any more: the only kind that is exported. */
export const arbitraryAttempt: fc.Arbitrary<Attempt> = fc.record({
  ...made,
  sentAt: maybe(at),
  state: fc.constant("unknown"),
  spent: fc.constant([]),
  before: fc.constant(null),
  dueAt: fc.constant(null),
  looks: fc.constant(0),
  raw: fc.constant(null),
  reserve: fc.constant(null),
  failure: fc.constant(null),
});

export const arbitraryEntry: fc.Arbitrary<Entry> = fc
  .record({
    track,
    account: id,
    source: fc.constantFrom("own" as const, "shared" as const),
    savedAt: at,
  })
  .map(({ track: what, account, source, savedAt }) =>
    Object.assign({}, what, { account, source, savedAt }),
  );

/** The whole text that `writeFile` gives in chunks. */
export async function joinChunks(parts: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const part of parts) whole += part;
  return whole;
}
