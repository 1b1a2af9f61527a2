/* One file over 250 lines: every case of finding a lost CraftKit link, with the same steps before each. */

import { expect, test, vi } from "vitest";
import { readyRender } from "../../../sandbox/accounts.ts";
import { callCraftkit, shareCraftkit } from "../../../sandbox/test-client.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { useLostShares } from "../../../test/kits/lost-shares.ts";
import { NONCE_DIGITS } from "../../model/nonce.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { StorageError } from "../../model/storage-error.ts";
import { expiryFor, markOf } from "../../providers/craftkit/expiry-mark.ts";
import { putAttempt } from "../../store/attempts.ts";
import { delays } from "../timing/delays.ts";
import { reconcile } from "./reconcile.ts";
import { toShareRequest } from "./run-attempt.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();
const its = useLostShares(kit, "craftkit");
const forEver = { expiresInDays: null };
const mail = { recipient: "ben@example.com" };

/** The service's list, but for what it does not tell; each text is replaced by nothing or by the other one. */
function hideInList(pattern: RegExp, instead: string): void {
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (input: string | URL, init?: RequestInit) => {
    const answer = await fetch(input, init);
    if ((init?.method ?? "GET") !== "GET" || !String(input).endsWith("/shares")) return answer;
    return new Response((await answer.text()).replaceAll(pattern, instead), answer);
  });
}
const withoutAddresses = () => hideInList(/"shareUrl":"[^"]*"/g, '"shareUrl":null');
const withoutMilliseconds = () => hideInList(/\.\d{3}Z/g, ".000Z");

/** Somebody else makes a link of the same render. */
const elsewhere = (body: object = {}) => shareCraftkit(kit.sandbox, body);

test.each([
  ["with an expiry", {}],
  ["without one", forEver],
  ["to a person", mail],
] as const)(
  "applied, %s: taken over from the list, and nothing is sent again",
  async (_name, terms) => {
    const attempt = await its.shareUnanswered("after", terms);
    const theirs = kit.shares()[0];
    expect(await its.reconcileWhenDue()).toMatchObject({ state: "done", spent: [] });
    const [link] = await kit.links();
    expect(link).toMatchObject({
      key: attempt.key,
      id: theirs?.id,
      revokedAt: null,
      asked: attempt.asked,
    });
    const address = new URL(link?.url ?? "").pathname;
    expect(address).toMatch(/^\/share\/cks_/);
    expect([kit.posts(), kit.liveShares().length]).toEqual([1, 1]);
    const expires = theirs?.expires_at ? Date.parse(theirs.expires_at) : null;
    expect([link?.expiresAt, link?.createdAt]).toEqual([
      expires,
      Date.parse(theirs?.created_at ?? ""),
    ]);
  },
);

test.each([
  ["with an expiry", {}],
  ["without one", forEver],
] as const)(
  "applied, %s, and the list has no address: revoked and made anew",
  async (_name, terms) => {
    withoutAddresses();
    await its.shareUnanswered("after", terms);
    expect(await its.reconcileWhenDue()).toMatchObject({ state: "done", spent: { length: 1 } });
    expect(kit.shares()).toHaveLength(2);
    expect(kit.liveShares().map(({ id }) => id)).toEqual([(await kit.links())[0]?.id]);
  },
);

test("not applied, with an expiry: sent again after two looks", async () => {
  await elsewhere(); // before: it is nobody's mark
  await its.shareUnanswered("before");
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "unknown", looks: 1 });
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect([kit.posts(), kit.liveShares().length]).toEqual([1 + 2, 2]);
});

test("not applied, without one: sent again when nothing can arrive late any more", async () => {
  await elsewhere();
  const { sentAt } = await its.shareUnanswered("before", forEver);
  await its.reconcileWhenDue();
  const looked = await its.reconcileWhenDue();
  expect(looked).toMatchObject({
    state: "unknown",
    looks: 2,
    dueAt: (sentAt ?? 0) + delays.orphanSweep,
  });
  expect(kit.posts()).toBe(1 + 1);
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect([kit.posts(), kit.liveShares().length]).toEqual([1 + 2, 2]);
});

test("the service drops the milliseconds: a single new one that expires in the same minute is ours", async () => {
  withoutMilliseconds();
  await elsewhere();
  const attempt = await its.shareUnanswered("after");
  await elsewhere({ expiresAt: new Date(its.now + 86_400_000).toISOString() }); // another minute
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect((await kit.links())[0]?.id).toBe(kit.shares()[1]?.id);
  expect((await kit.links())[0]?.key).toBe(attempt.key);
  expect(kit.liveShares()).toHaveLength(3);
});

test.each([
  ["unknown", "unknown"],
  ["withdrawn", "unknown"], // or nobody would ever see it
  ["failed", "failed"],
] as const)(
  "several new ones: any may be it, so none is touched and it is told (%s)",
  async (state, left) => {
    const attempt = await its.shareUnanswered("after", forEver);
    await elsewhere();
    await putAttempt(kit.db, { ...attempt, state });
    // Others' may go, and what is late may come: it is looked at as often as any, and then left alone.
    const dues: number[] = [];
    for (let due = attempt.dueAt; due !== null; { dueAt: due } = await its.reconcileWhenDue())
      dues.push(due);
    expect(dues.length).toBeGreaterThan(1);
    expect(await its.getAttempt()).toMatchObject({ state: left, dueAt: null });
    expect([kit.posts(), kit.liveShares().length]).toEqual([1 + 1, 2]);
    expect(await kit.links()).toEqual([]);
  },
);

test("a link that is ours already is not taken for another attempt's", async () => {
  await shareTrack(
    kit.db,
    its.account,
    kit.shareIntent("craftkit", { ...forEver, message: "one" }),
  );
  its.now += 5000;
  its.dropConnection("before");
  const wish = kit.shareIntent("craftkit", forEver);
  await shareTrack(kit.db, its.account, wish);
  // As if the list from before had been another one.
  const attempt = (await kit.attempts()).find(({ key }) => key === wish.intent);
  if (!attempt) throw new Error("no attempt");
  await reconcile(kit.db, its.account, { ...attempt, before: [] });
  expect(kit.liveShares()).toHaveLength(1);
  expect(await kit.links()).toHaveLength(1);
});

test("one that was revoked elsewhere meanwhile lives no more, and is not taken over", async () => {
  await its.shareUnanswered("after");
  const path = `/${readyRender.id}/shares/${kit.shares()[0]?.id}`;
  await callCraftkit(kit.sandbox, "DELETE", path);
  await its.reconcileWhenDue();
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect(kit.liveShares().map(({ id }) => id)).toEqual([(await kit.links())[0]?.id]);
});

test("what arrives late of the first sending, when the second is found: one is ours, the other one goes", async () => {
  const first = await its.shareUnanswered("before");
  await its.reconcileWhenDue();
  its.dropConnection("after");
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "unknown", spent: [first.nonce] });
  // The first arrives, as it would have been made.
  await elsewhere({ expiresAt: new Date(expiryFor(toShareRequest(first)) ?? 0).toISOString() });
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect(kit.liveShares().map(({ id }) => id)).toEqual([(await kit.links())[0]?.id]);
});

test("given up, it is revoked and not taken over, though its address is there", async () => {
  const attempt = await its.shareUnanswered("after");
  await putAttempt(kit.db, { ...attempt, state: "withdrawn" });
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "withdrawn" });
  expect([kit.liveShares(), await kit.links()]).toEqual([[], []]);
});

test("with the disk full nothing is taken over yet, and it is looked for again", async () => {
  const attempt = await its.shareUnanswered("after");
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
    this: IDBObjectStore,
    ...row
  ) {
    if (this.name === "links") throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, row);
  });
  await expect(reconcile(kit.db, its.account, attempt)).rejects.toThrow(StorageError);
  expect(await its.getAttempt()).toEqual(attempt);
});

test("an e-mail to a recipient is never sent twice", async () => {
  await its.shareUnanswered("before", mail);
  await its.reconcileWhenDue();
  expect(await its.reconcileWhenDue()).toMatchObject({
    state: "failed",
    failure: { kind: "unknown-outcome" },
  });
  expect(kit.posts()).toBe(1);
});

test("nor where it was applied and nobody has its address: that link is revoked", async () => {
  withoutAddresses();
  await its.shareUnanswered("after", mail);
  expect(await its.reconcileWhenDue()).toMatchObject({
    state: "failed",
    failure: { kind: "unknown-outcome" },
  });
  expect([kit.posts(), kit.liveShares().length]).toEqual([1, 0]);
});

test("without the list from before nothing is sent, as nobody could tell what came of it", async () => {
  kit.sandbox.faults.add({ method: "GET", path: "/shares", do: { status: 500 } });
  const made = await shareTrack(kit.db, its.account, kit.shareIntent("craftkit", forEver));
  expect(made).toEqual({ ok: false, failure: { kind: "refused", status: 500 } });
  expect([kit.posts(), await kit.attempts()]).toEqual([0, []]);
});

/** Two nonces that CraftKit's list shows as one mark: the number of marks apart. */
const [first, sameMark] = ["0000000000", "0000001TH4"];

/** The random source gives these nonces, one after the other. */
function plantNonces(...nonces: readonly string[]): void {
  const left = [...nonces];
  vi.spyOn(crypto, "getRandomValues").mockImplementation((into) => {
    const digits = [...(left.shift() ?? "")].map((digit) => NONCE_DIGITS.indexOf(digit));
    new Uint8Array(into.buffer).set(digits);
    return into;
  });
}

test("two attempts of one minute never get the same mark", async () => {
  expect(markOf(sameMark)).toBe(markOf(first));
  plantNonces(first, sameMark);
  for (const message of ["one", "two"]) {
    const intent = kit.shareIntent("craftkit", { ...mail, message });
    expect(await shareTrack(kit.db, its.account, intent)).toMatchObject({ ok: true });
  }
  const expiries = kit.shares().map(({ expires_at }) => expires_at);
  expect([expiries.length, new Set(expiries).size]).toEqual([2, 2]);
});

test("an attempt that is sent again gets a mark that no link of the track has", async () => {
  plantNonces(first, "0000000007", sameMark);
  await shareTrack(kit.db, its.account, kit.shareIntent("craftkit", mail));
  withoutAddresses();
  const { key } = await its.shareUnanswered("after").then(latest);
  for (let again = await latest(); again.state === "unknown"; again = await latest()) {
    await its.reconcileWhenDue(again);
  }
  expect(await latest()).toMatchObject({ key, state: "done", spent: ["0000000007"] });
  const marks = (await kit.links()).map(({ nonce }) => markOf(nonce));
  expect([marks.length, new Set(marks).size]).toEqual([2, 2]);
});

/** The attempt that is not to a person. */
async function latest(): Promise<Attempt> {
  const found = (await kit.attempts()).find(({ asked }) => asked.recipient === null);
  if (!found) throw new Error("no attempt");
  return found;
}
