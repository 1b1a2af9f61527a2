import { expect, test, vi } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { createAttempt, createJob } from "../../../test/kits/rows.ts";
import { onChange } from "../../messages/broadcast.ts";
import type { Change } from "../../messages/broadcast.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { putAttempt, removeAttempt } from "../../store/attempts.ts";
import { addJob } from "../../store/jobs.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { RENDER_TIMEOUT_MS, MAX_INTENT_AGE_MS } from "../timing/delays.ts";
import { createScheduler } from "./scheduler.ts";

const kit = useBackground();
const FAR = 1e9;
const start = () => createScheduler(Promise.resolve(kit.db));
const put = (change: Partial<Attempt>) =>
  putAttempt(
    kit.db,
    createAttempt({ account: "aitronos", track: kit.track("aitronos"), ...change }),
  );

test("a run sends due attempts, the earliest first, and no others", async () => {
  await kit.account("aitronos");
  const now = Date.now();
  const at = (key: string, dueAt: number, expiresInDays: number) =>
    put({
      key,
      state: "queued",
      createdAt: now,
      dueAt,
      asked: kit.shareIntent("aitronos", { expiresInDays }).terms,
    });
  await at("second", now - 1, 2);
  await at("first", now - 9, 1);
  await at("not yet", now + FAR, 3);
  const heard: Change[] = [];
  const listening = new AbortController();
  onChange((change) => heard.push(change), listening.signal);
  await start().run();
  await vi.waitFor(() => expect(heard).toEqual(["links", "links"]), { timeout: 10_000 });
  listening.abort();
  const days = kit
    .shares()
    .map(({ expires_at, created_at }) =>
      Math.round((Date.parse(expires_at ?? "") - Date.parse(created_at)) / 86_400_000),
    );
  expect(days).toEqual([1, 2]);
  expect((await kit.attempts()).map(({ key, state }) => `${key}: ${state}`).toSorted()).toEqual([
    "first: done",
    "not yet: queued",
    "second: done",
  ]);
});

test("a run with nothing to do broadcasts nothing", async () => {
  const heard: Change[] = [];
  const listening = new AbortController();
  onChange((change) => heard.push(change), listening.signal);
  await start().run();
  await new Promise((later) => setTimeout(later, 20));
  listening.abort();
  expect(heard).toEqual([]);
});

test("a run that drains the outbox broadcasts the changes", async () => {
  await addJob(kit.db, createJob({ dueAt: Date.now() + FAR }), null);
  const heard: Change[] = [];
  const listening = new AbortController();
  onChange((change) => heard.push(change), listening.signal);
  await start().run();
  await vi.waitFor(() => expect(heard).toEqual(["links", "entries", "outbox"]), {
    timeout: 10_000,
  });
  listening.abort();
});

test.each([
  ["waiting", RENDER_TIMEOUT_MS, 1, "not-ready"],
  ["queued", MAX_INTENT_AGE_MS, 1, "offline"],
] as const)(
  "%s for too long: the attempt fails and nothing is sent",
  async (state, most, over, kind) => {
    await kit.account("aitronos");
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now);
    await put({ state, createdAt: now - most - over, dueAt: now });
    await start().run();
    expect(await kit.attempts()).toMatchObject([
      { state: "failed", dueAt: null, failure: { kind } },
    ]);
    expect(kit.sent).toEqual([]);
    await put({ state, createdAt: now - most, dueAt: now }); // just not
    await start().run();
    expect(await kit.attempts()).toMatchObject([{ state: "done" }]);
  },
);

test.each(["waiting", "queued"] as const)(
  "%s without its account: the attempt fails",
  async (state) => {
    await put({ state, createdAt: Date.now(), dueAt: 1 });
    await start().run();
    expect(await kit.attempts()).toMatchObject([
      { state: "failed", dueAt: null, failure: { kind: "no-account" } },
    ]);
  },
);

test("Aitronos has no list: an unknown attempt is not sent again", async () => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({ method: "POST", path: "/share", when: "after", do: { close: true } });
  await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + FAR);
  await start().run();
  expect(await kit.attempts()).toMatchObject([{ state: "unknown", dueAt: null }]);
  expect(kit.posts()).toBe(1);
});

test.each([
  ["is gone", null],
  ["is not due any more", { dueAt: null }],
  ["is not due yet", { dueAt: Date.now() + FAR }],
])("a due attempt that %s when its turn comes is not sent", async (_name, change) => {
  await kit.account("aitronos");
  const createdAt = Date.now();
  const asked = kit.shareIntent("aitronos", { expiresInDays: 2 }).terms;
  await put({ key: "first", state: "queued", createdAt, dueAt: 1 });
  await put({ key: "second", state: "queued", createdAt, dueAt: 2, asked });
  onFailpoint(async (at) => {
    if (at !== "share:sending") return;
    if (change) await put({ key: "second", state: "queued", createdAt, asked, ...change });
    else await removeAttempt(kit.db, "second");
  });
  await start().run();
  onFailpoint(null);
  expect(kit.posts()).toBe(1);
});

test("an unknown attempt is reconciled with the service's list and becomes one link", async () => {
  const account = await kit.account("mixthat");
  kit.sandbox.faults.add({ method: "POST", path: "/shares", when: "after", do: { close: true } });
  await shareTrack(kit.db, account, kit.shareIntent("mixthat"));
  expect(await kit.attempts()).toMatchObject([{ state: "unknown" }]);
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + FAR / 100);
  await start().run();
  expect(await kit.attempts()).toMatchObject([{ state: "done" }]);
  expect([kit.posts(), kit.liveShares().length]).toEqual([2, 1]);
});

test("a share waits while a run sends an attempt for the same track", async () => {
  const account = await kit.account("aitronos");
  await put({ state: "queued", createdAt: Date.now() - 60_000, dueAt: 1 });
  const passed: string[] = [];
  let pressed: Promise<unknown> | null = null;
  onFailpoint(async (at) => {
    if (!at.startsWith("share:")) return;
    passed.push(at);
    pressed ??= shareTrack(kit.db, account, kit.shareIntent("aitronos"));
    await new Promise((later) => setTimeout(later, 20));
  });
  await start().run();
  await pressed;
  onFailpoint(null);
  expect(passed.indexOf("share:claimed")).toBeGreaterThan(passed.indexOf("share:kept"));
  expect(kit.posts()).toBe(2);
});
