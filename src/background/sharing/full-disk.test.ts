import { expect, test, vi } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { createAttempt } from "../../../test/kits/rows.ts";
import { handleMessage } from "../../messages/receive.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { StorageError } from "../../model/storage-error.ts";
import { putAttempt } from "../../store/attempts.ts";
import { createHandlers } from "../handlers/app.ts";
import { recover } from "./recover.ts";
import { runAttempt } from "./run-attempt.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();

/** From now on no attempt can be written in this state; for the others everything stays as it is. */
function fillUpAt(
  state: Attempt["state"],
  also: (row: { state?: string }) => boolean = () => false,
): void {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
    this: IDBObjectStore,
    ...row
  ) {
    const request = put.apply(this, row);
    const { state: now } = row[0] as { state?: string };
    if (now !== state && !also(row[0] as object)) return request;
    // As Chromium does it: the request succeeds, then the transaction aborts.
    const { transaction } = this;
    request.addEventListener("success", () => queueMicrotask(() => transaction.abort()));
    return request;
  });
}

test("storage full before the first write: nothing is sent, and the reply is not-kept", async () => {
  const account = await kit.account("aitronos");
  fillUpAt("queued");
  const storage = Promise.resolve({ db: kit.db, lost: false, repaired: null });
  const handlers = createHandlers(storage, { run: async () => {}, armWatchdog: async () => {} });
  const payload = { ...kit.shareIntent("aitronos"), account: account.id };
  const popup = { id: "own", url: "chrome-extension://own/popup.html" };
  const extension = { id: "own", root: "chrome-extension://own/" };
  const answer = await handleMessage(
    { name: "share-track", payload },
    popup as never,
    extension,
    handlers,
  );
  expect(answer).toEqual({ ok: false, failure: { kind: "not-kept" } });
  expect([kit.sent, await kit.attempts()]).toEqual([[], []]);
});

test("no room for an answer: nothing that cannot be repeated is sent, then or by itself later", async () => {
  const account = await kit.account("aitronos");
  fillUpAt("sending");
  const made = await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  expect(made).toEqual({ ok: false, failure: { kind: "not-kept" } });
  expect(kit.posts()).toBe(0);
  vi.restoreAllMocks();
  await recover(kit.db);
  expect(await kit.attempts()).toEqual([]);
});

test("no room for an unattended attempt: it is stored as failed, and nothing is sent", async () => {
  const account = await kit.account("aitronos");
  const { intent: key, track, terms: asked } = kit.shareIntent("aitronos");
  const now = Date.now();
  const attempt = createAttempt({
    key,
    account: account.id,
    track,
    asked,
    createdAt: now,
    dueAt: now,
  });
  await putAttempt(kit.db, attempt);
  fillUpAt("sending");
  expect(await runAttempt(kit.db, account, attempt, { unattended: true })).toMatchObject({
    ok: false,
  });
  expect(await kit.attempts()).toMatchObject([{ state: "failed", failure: { kind: "not-kept" } }]);
  expect(kit.posts()).toBe(0);
});

test("storage full when the response comes: the person gets the link all the same", async () => {
  const account = await kit.account("aitronos");
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  fillUpAt("answered", ({ state }) => state === "done");
  const made = await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  expect(made).toMatchObject({ ok: true, value: { id: kit.shares()[0]?.id } });
  expect(warned).toHaveBeenCalledTimes(2);
  expect(warned.mock.calls[0]).toEqual([
    expect.stringContaining("share"),
    expect.any(StorageError),
  ]);
  expect(await kit.attempts()).toMatchObject([{ state: "sending" }]); // unknown at the next start
});

test("storage full and no response: the outcome is unknown", async () => {
  const account = await kit.account("aitronos");
  vi.spyOn(console, "warn").mockImplementation(() => {});
  kit.sandbox.faults.add({ method: "POST", path: "/share", do: { close: true } });
  fillUpAt("unknown");
  const made = await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  expect(made).toEqual({ ok: false, failure: { kind: "unknown-outcome" } });
  expect(await kit.attempts()).toMatchObject([{ state: "sending" }]);
});

test.each(["sending", "done"])("a bug while %s is written down is no full disk", async (state) => {
  const account = await kit.account("aitronos");
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function broken(
    this: IDBObjectStore,
    ...row
  ) {
    if ((row[0] as Attempt).state === state) throw new TypeError("a bug");
    return put.apply(this, row);
  });
  await expect(shareTrack(kit.db, account, kit.shareIntent("aitronos"))).rejects.toThrow("a bug");
  expect(kit.posts()).toBe(state === "done" ? 1 : 0);
});
