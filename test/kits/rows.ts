import type { Entry } from "../../src/model/library-entry.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import { toJobKey } from "../../src/model/outbox-job.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Track } from "../../src/model/track.ts";
import { providerFacts } from "../../src/providers/facts.ts";

/* One row of each store, for tests of the database. A test overrides the fields that it is about. */

export const account = {
  id: "a",
  provider: "aitronos",
  origin: "https://api.aitronos.com",
  label: "Ada",
  settings: {},
  addedAt: 1,
} as const;

const { provider, origin } = account;
export const track: Track = { provider, origin, id: "t", title: null, duration: null };
export const asked = getDefaultTerms(providerFacts.aitronos.terms);

export const createEntry = (change: Partial<Entry> = {}): Entry => ({
  ...track,
  account: "a",
  title: "Song",
  duration: 3,
  source: "own",
  savedAt: 5,
  ...change,
});

export const createAttempt = (change: Partial<Attempt> = {}): Attempt => ({
  key: "k",
  account: "a",
  track,
  asked,
  nonce: "0000000001",
  spent: [],
  before: null,
  state: "queued",
  createdAt: 10_000,
  sentAt: null,
  dueAt: null,
  looks: 0,
  raw: null,
  reserve: null,
  failure: null,
  ...change,
});

export const createLink = (change: Partial<StoredLink> = {}): StoredLink => ({
  key: "k",
  account: "a",
  track,
  asked,
  nonce: "0000000001",
  id: "s",
  url: "https://x",
  embedUrl: null,
  visibility: "link-only",
  expiresAt: null,
  createdAt: 10_000,
  revokedAt: null,
  ...change,
});

/** A save, unless another task is given. */
export function createJob(change: Partial<Job> = {}): Job {
  const task = change.task ?? ({ kind: "save", link: null } as const);
  const about = { account: "a", track, ...change };
  return {
    key: toJobKey(about.account, task, about.track),
    wish: "w",
    account: "a",
    task,
    track,
    createdAt: 10_000,
    dueAt: 10_000,
    tries: 0,
    state: "waiting",
    failure: null,
    over: null,
    ...change,
  };
}
