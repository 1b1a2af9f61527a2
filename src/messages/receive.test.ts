import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { handleMessage, senderKindOf, type Handlers } from "./receive.ts";
import { type MessageName, messages } from "./protocol.ts";

const own = { id: "earmark", root: "chrome-extension://earmark/" };
const site = "https://chat.aitronos.com/t/mtrack_abcdef";
const tab = { id: 7 } as never;

const senders = {
  popup: { id: "earmark", url: "chrome-extension://earmark/popup.html" },
  "full tab": { id: "earmark", url: "chrome-extension://earmark/options.html", tab, frameId: 0 },
  "button in a page": { id: "earmark", url: site, tab, frameId: 0 },
  "button in a frame": { id: "earmark", url: site, tab, frameId: 3 },
  "our page in a frame": {
    id: "earmark",
    tab,
    frameId: 2,
    url: "chrome-extension://earmark/x",
  },
  "another extension": { id: "other", url: "chrome-extension://other/popup.html" },
  "somebody without an address": { id: "earmark" },
  "a prefix of our address": { id: "earmark", url: "chrome-extension://earmark.evil/x" },
} as const;

const expected: Record<keyof typeof senders, "app" | "page" | null> = {
  popup: "app",
  "full tab": "app",
  "button in a page": "page",
  "button in a frame": null,
  "our page in a frame": null,
  "another extension": null,
  "somebody without an address": null,
  "a prefix of our address": null,
};

const names = Object.keys(messages) as MessageName[];
const spied = () => {
  const handler = vi.fn(async () => ({ ok: true, value: undefined }));
  const handlers = Object.fromEntries(names.map((name) => [name, handler]));
  return { handler, handlers: handlers as unknown as Handlers };
};

const track = {
  provider: "aitronos",
  origin: "https://api.aitronos.com",
  id: "mtrack_a",
  title: null,
};
const account = { ...track, label: "a", settings: {}, key: "k" };
const link = { provider: "aitronos", origin: "https://api.aitronos.com", token: "shr_1" };
const terms = { visibility: "link-only", expiresInDays: 1, permissions: [] };
const files = [{ id: "f-bass", volume: 0.5, muted: false }];
/** One well-formed message of each kind. */
const asks: Record<MessageName, unknown> = {
  "test-account": account,
  "add-account": account,
  "remove-account": { account: "a" },
  "rename-account": { account: "a", label: "b" },
  "replace-key": { account: "a", key: "k" },
  "look-at": { address: site, title: null, tab: null },
  "list-links": { account: "a", track },
  "revoke-listed": { account: "a", track: "t", share: "s" },
  "list-mixes": { account: "a", track: "t" },
  "save-mix": { account: "a", track: "t", mix: { name: "m", files } },
  "update-mix": { account: "a", track: "t", id: "m", mix: { name: null, files } },
  "remove-mix": { account: "a", track: "t", id: "m" },
  "render-mix": { account: "a", track: "t", files, format: "wav" },
  "mix-job": { account: "a", job: "j" },
  "share-track": { intent: "i", account: "a", track, terms },
  "revoke-link": { link: "l" },
  "forget-attempt": { attempt: "i" },
  "save-track": { account: "a", track },
  "save-link": { account: "a", link, track },
  "unsave-track": { account: "a", track },
  undo: { job: "e", wish: "w" },
  retry: { job: "e" },
  "give-up": { job: "e" },
  ready: {},
  "forget-loss": {},
  "refresh-library": { account: "a" },
  "import-file": { accounts: [], links: [], attempts: [], entries: [] },
  "page-tracks": { tracks: ["t"] },
  "page-share": { intent: "i", track: "t" },
  "page-save": { track: "t", saved: "yes" },
  "page-save-link": { address: site, title: null },
  "page-manage": {},
};

const cells = names.flatMap((name) =>
  (Object.keys(senders) as (keyof typeof senders)[]).map((who) => [name, who] as const),
);

test.each(cells)("%s from %s", async (name, who) => {
  const { handler, handlers } = spied();
  const answer = handleMessage({ name, ask: asks[name] }, senders[who] as never, own, handlers);
  const allowed = expected[who] === messages[name].from;
  expect(answer !== null).toBe(allowed);
  expect(handler).toHaveBeenCalledTimes(allowed ? 1 : 0);
});

test.each(Object.keys(senders) as (keyof typeof senders)[])("%s is known for what it is", (who) => {
  expect(senderKindOf(senders[who] as never, own)).toBe(expected[who]);
});

test("a malformed question is not answered", () => {
  const { handler, handlers } = spied();
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything(), (name, ask) => {
      if (Object.keys(asks[name] as object).length === 0) return; // any object will do
      expect(handleMessage({ name, ask }, senders.popup as never, own, handlers)).toBeNull();
      expect(
        handleMessage({ name, ask }, senders["button in a page"] as never, own, handlers),
      ).toBeNull();
    }),
    { numRuns: 5000 },
  );
  expect(handler).not.toHaveBeenCalled();
});

test("10,000 messages of any kind neither throw nor do anything", () => {
  const { handler, handlers } = spied();
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(handleMessage(message, senders.popup as never, own, handlers)).toBeNull();
    }),
    { numRuns: 10_000 },
  );
  expect(handler).not.toHaveBeenCalled();
});

const one = files[0];
test.each([
  ["save-mix", { account: "a", track: "t", mix: { name: "", files } }],
  ["save-mix", { account: "a", track: "t", mix: { name: "x".repeat(101), files } }],
  ["save-mix", { account: "a", track: "t", mix: { name: null, files: [] } }],
  ["update-mix", { account: "a", track: "t", id: "m", mix: { files: Array(26).fill(one) } }],
  ["render-mix", { account: "a", track: "t", files: [{ ...one, volume: 1.1 }], format: "mp3" }],
  ["render-mix", { account: "a", track: "t", files: [{ ...one, muted: "yes" }], format: "mp3" }],
  ["render-mix", { account: "a", track: "t", files, format: "ogg" }],
])("%s beyond its limits is not answered", (name, ask) => {
  const { handlers } = spied();
  expect(handleMessage({ name, ask }, senders.popup as never, own, handlers)).toBeNull();
});
