import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { messages } from "./protocol.ts";
import type { MessageName } from "./protocol.ts";
import { handleMessage, getSenderKind } from "./receive.ts";
import type { Handlers } from "./receive.ts";

const extension = { id: "earmark", root: "chrome-extension://earmark/" };
const site = "https://chat.aitronos.com/t/mtrack_abcdef";
const tab = { id: 7 } as never;

const senders = {
  popup: { id: "earmark", url: "chrome-extension://earmark/popup.html" },
  "full tab": { id: "earmark", url: "chrome-extension://earmark/options.html", tab, frameId: 0 },
  "content script in a page": { id: "earmark", url: site, tab, frameId: 0 },
  "content script in a frame": { id: "earmark", url: site, tab, frameId: 3 },
  "extension page in a frame": {
    id: "earmark",
    tab,
    frameId: 2,
    url: "chrome-extension://earmark/x",
  },
  "another extension": { id: "other", url: "chrome-extension://other/popup.html" },
  "a sender without an address": { id: "earmark" },
  "an address that begins like ours": { id: "earmark", url: "chrome-extension://earmark.evil/x" },
} as const;

const expected: Record<keyof typeof senders, "app" | "page" | null> = {
  popup: "app",
  "full tab": "app",
  "content script in a page": "page",
  "content script in a frame": null,
  "extension page in a frame": null,
  "another extension": null,
  "a sender without an address": null,
  "an address that begins like ours": null,
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
const payloads: Record<MessageName, unknown> = {
  "test-account": account,
  "add-account": account,
  "remove-account": { account: "a" },
  "rename-account": { account: "a", label: "b" },
  "replace-key": { account: "a", key: "k" },
  "resolve-page": { address: site, title: null, tab: null },
  "list-remote-links": { account: "a", track },
  "revoke-remote-link": { account: "a", track: "t", share: "s" },
  "list-mixes": { account: "a", track: "t" },
  "save-mix": { account: "a", track: "t", mix: { name: "m", files } },
  "update-mix": { account: "a", track: "t", id: "m", mix: { name: null, files } },
  "remove-mix": { account: "a", track: "t", id: "m" },
  "render-mix": { account: "a", track: "t", files, format: "wav" },
  "get-mix-job": { account: "a", job: "j" },
  "share-track": { intent: "i", account: "a", track, terms },
  "revoke-link": { link: "l" },
  "withdraw-attempt": { attempt: "i" },
  "save-track": { account: "a", track },
  "save-link": { account: "a", link, track },
  "unsave-track": { account: "a", track },
  undo: { job: "e", revision: "w" },
  retry: { job: "e" },
  "cancel-job": { job: "e" },
  ready: {},
  "dismiss-loss": {},
  "refresh-library": { account: "a" },
  "import-file": { accounts: [], links: [], attempts: [], entries: [] },
  "page-list-saved": { tracks: ["t"] },
  "page-share": { intent: "i", track: "t" },
  "page-save": { track: "t", saved: "yes" },
  "page-save-link": { address: site, title: null },
  "page-open-app": {},
};

const cells = names.flatMap((name) =>
  (Object.keys(senders) as (keyof typeof senders)[]).map((sender) => [name, sender] as const),
);

test.each(cells)("%s from %s", async (name, sender) => {
  const { handler, handlers } = spied();
  const reply = handleMessage(
    { name, payload: payloads[name] },
    senders[sender] as never,
    extension,
    handlers,
  );
  const allowed = expected[sender] === messages[name].from;
  expect(reply !== null).toBe(allowed);
  expect(handler).toHaveBeenCalledTimes(allowed ? 1 : 0);
});

test.each(Object.keys(senders) as (keyof typeof senders)[])(
  "senderKindOf recognises %s",
  (sender) => {
    expect(getSenderKind(senders[sender] as never, extension)).toBe(expected[sender]);
  },
);

test("a message with a malformed payload gets no reply", () => {
  const { handler, handlers } = spied();
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything(), (name, payload) => {
      if (Object.keys(payloads[name] as object).length === 0) return; // its payload may be any object
      expect(
        handleMessage({ name, payload }, senders.popup as never, extension, handlers),
      ).toBeNull();
      expect(
        handleMessage(
          { name, payload },
          senders["content script in a page"] as never,
          extension,
          handlers,
        ),
      ).toBeNull();
    }),
    { numRuns: 5000 },
  );
  expect(handler).not.toHaveBeenCalled();
});

test("10,000 random messages: no handler runs and nothing throws", () => {
  const { handler, handlers } = spied();
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(handleMessage(message, senders.popup as never, extension, handlers)).toBeNull();
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
])("%s with a payload out of bounds gets no reply", (name, payload) => {
  const { handlers } = spied();
  expect(handleMessage({ name, payload }, senders.popup as never, extension, handlers)).toBeNull();
});
