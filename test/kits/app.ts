import { fakeBrowser } from "wxt/testing/fake-browser";
import english from "../../public/_locales/en/messages.json";
import type { Platform } from "../../src/app/platform/browser-apis.ts";
import type { Replies, Payload, MessageName, Undoable } from "../../src/messages/protocol.ts";
import type { SendMessage } from "../../src/messages/send.ts";
import type { Account } from "../../src/model/account.ts";
import type { Result } from "../../src/model/failure.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import { toJobKey } from "../../src/model/outbox-job.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { ProviderId } from "../../src/model/provider-id.ts";
import type { RemoteShare } from "../../src/model/remote-share.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Track } from "../../src/model/track.ts";
import { providerFacts } from "../../src/providers/facts.ts";

/* For tests of the app: the real English messages, a background with prepared replies, and examples of stored rows. */

const messages: Record<string, { message: string }> = english;

/** The real text of a message, as the browser would give it: empty when there is none. */
function getMessage(key: string, substitutions: string[] = []): string {
  const text = messages[key]?.message ?? "";
  return text.replace(/\$(\d)/g, (_all, at: string) => substitutions[Number(at) - 1] ?? "");
}

Object.assign(fakeBrowser, { i18n: { getMessage, getUILanguage: () => "en-GB" } });

export type PreparedReplies = {
  [N in MessageName]?: Replies[N] | ((payload: Payload<N>) => Promise<Replies[N]> | Replies[N]);
};

/** A background that gives these replies and records the messages that were sent. */
export function createFakeSend(replies: PreparedReplies) {
  const sent: { name: MessageName; payload: unknown }[] = [];
  const send = async (name: MessageName, payload: unknown): Promise<unknown> => {
    sent.push({ name, payload });
    const reply: unknown = replies[name];
    if (reply === undefined) throw new Error(`no reply is prepared for ${name}`);
    return typeof reply === "function" ? (reply as (payload: unknown) => unknown)(payload) : reply;
  };
  return { send: send as unknown as SendMessage, sent };
}

/** A platform that grants every permission and copies every text, unless overridden. */
export function createFakePlatform(over: Partial<Platform> = {}): Platform & { copies: string[] } {
  const copies: string[] = [];
  return {
    place: "popup",
    getActivePage: async () => ({
      address: "https://chat.aitronos.com/t/mtrack_aaaaaa",
      title: null,
      tab: 7,
    }),
    requestPermission: async () => true,
    openOptionsPage: async () => {},
    copyText: async (text) => copies.push(text) > 0,
    copies,
    ...over,
  };
}

export const origin = "https://api.aitronos.com";
export const DAY = 86_400_000;

export const track = (over: Partial<Track> = {}): Track => ({
  provider: "aitronos",
  origin,
  id: "mtrack_aaaaaa",
  title: "Night Bus",
  duration: 217,
  ...over,
});

export const terms = (over: Partial<Terms> = {}): Terms => ({
  ...getDefaultTerms(providerFacts.aitronos.terms),
  ...over,
});

/** A track at another service, with the first of its addresses. */
export const trackAt = (provider: ProviderId, over: Partial<Track> = {}): Track =>
  track({
    provider,
    origin: providerFacts[provider].origins[0] ?? "https://band.example",
    ...over,
  });

export const accountAt = (provider: ProviderId, over: Partial<Account> = {}): Account =>
  account({ provider, origin: trackAt(provider).origin, settings: {}, ...over });

export const account = (over: Partial<Account> = {}): Account => ({
  id: "a",
  provider: "aitronos",
  origin,
  label: "Band",
  settings: { organization: "org_1" },
  addedAt: 1,
  ...over,
});

export const link = (over: Partial<StoredLink> = {}): StoredLink => ({
  id: "share_1",
  key: "k1",
  account: "a",
  track: track(),
  asked: terms(),
  url: `${origin}/v1/music/shared/tok_secret_1`,
  embedUrl: null,
  nonce: "0123456789",
  visibility: "link-only",
  createdAt: Date.now(),
  expiresAt: Date.now() + 30 * DAY,
  revokedAt: null,
  ...over,
});

export const remoteShare = (over: Partial<RemoteShare> = {}): RemoteShare => ({
  id: "share_1",
  name: "For the choir",
  nonce: null,
  url: null,
  createdAt: Date.now(),
  expiresAt: null,
  revokedAt: null,
  lastUsedAt: null,
  opens: null,
  permissions: [],
  ...over,
});

export const attempt = (over: Partial<Attempt> = {}): Attempt => ({
  key: "t1",
  account: "a",
  track: track(),
  asked: terms(),
  state: "unknown",
  nonce: "0123456789",
  spent: [],
  before: null,
  createdAt: Date.now(),
  sentAt: null,
  dueAt: null,
  looks: 0,
  raw: null,
  reserve: null,
  failure: null,
  ...over,
});

/** A job that is on its way: it saves, unless another task is given. */
export function job(over: Partial<Job> = {}): Job {
  const task = over.task ?? { kind: "save", link: null };
  const about = { account: "a", track: track(), ...over };
  const now = Date.now();
  return {
    key: toJobKey(about.account, task, about.track),
    wish: "w1",
    createdAt: now,
    dueAt: now,
    tries: 0,
    state: "waiting",
    failure: null,
    over: null,
    ...about,
    task,
  };
}

/** The background's reply when it has queued this job, which can be undone for a while. */
export const undoable = ({ key, wish, dueAt }: Job): Result<Undoable> => ({
  ok: true,
  value: { job: key, revision: wish, until: dueAt },
});

export const entry = (over: Partial<Entry> = {}): Entry => ({
  ...track(),
  account: "a",
  source: "own",
  savedAt: Date.now(),
  ...over,
});
