import { expect, test, vi } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { putAttempt } from "../../store/attempts.ts";
import { delays } from "../timing/delays.ts";
import { recover } from "./recover.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();

/** What is on disk when a background dies at each place of sharing, in order. */
async function writtenBy(provider: "aitronos" | "mixthat" | "craftkit"): Promise<Attempt[]> {
  const account = await kit.account(provider);
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  await shareTrack(kit.db, account, kit.shareIntent(provider));
  const values = put.mock.calls.map(([value]) => value as Attempt);
  put.mockRestore();
  // Each is written twice: to the database and to its copy.
  return values.filter(({ state }) => state !== undefined).filter((_value, n) => n % 2 === 0);
}

async function after(dead: Attempt): Promise<Attempt> {
  await kit.db.clear("links");
  await putAttempt(kit.db, dead);
  await recover(kit.db);
  const found = (await kit.attempts()).find(({ key }) => key === dead.key);
  if (!found) throw new Error("the attempt is gone");
  return found;
}

test("the order of writes: the wish before the request, the answer before its link", async () => {
  const written = await writtenBy("aitronos");
  expect(written.map(({ state }) => state)).toEqual(["queued", "sending", "answered", "done"]);
  const [queued, sending, answered, done] = written;
  // Room for the answer is taken before anything is sent, and given back to it.
  expect([queued, sending, answered, done].map((each) => each?.reserve?.length ?? 0)).toEqual([
    0, 4096, 0, 0,
  ]);
  expect(answered?.raw).toMatchObject({ status: 201, complete: true });
  expect(done?.raw).toBeNull();
  expect(queued?.sentAt).toBeNull();
  expect(sending?.sentAt).toBeTypeOf("number");
});

test("every place where a share may be stopped, in order", async () => {
  const passed: string[] = [];
  onFailpoint(async (at) => void passed.push(at));
  const account = await kit.account("aitronos");
  await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  onFailpoint(null);
  const twice = "write:between-copies";
  expect(passed).toEqual([
    twice, // the account
    twice,
    "share:claimed",
    "share:checked",
    twice,
    "share:sending",
    "share:answered",
    twice,
    "share:answer-kept",
    "share:read",
    twice,
    "share:kept",
  ]);
});

test.each(["aitronos", "mixthat", "craftkit"] as const)(
  "%s: a background that died after the answer came makes the link from what it wrote down",
  async (provider) => {
    kit.copyDiffers = true; // the links are cleared behind its back
    const answered = (await writtenBy(provider)).find(({ state }) => state === "answered");
    const [link] = await kit.links();
    if (!answered || !link) throw new Error("nothing was made");
    expect(await after(answered)).toMatchObject({ state: "done", raw: null });
    const known = provider === "mixthat" ? { ...link, id: null } : link; // its answer has no id
    expect(await kit.links()).toEqual([known]);
    expect(kit.posts()).toBe(1);
  },
);

test.each([
  ["aitronos", null],
  ["mixthat", "soon"],
  ["craftkit", "soon"],
] as const)("%s: a background that died while sending says unknown", async (provider, due) => {
  kit.copyDiffers = true;
  const sending = (await writtenBy(provider)).find(({ state }) => state === "sending");
  if (!sending) throw new Error("nothing was sent");
  const requests = kit.sent.length;
  const before = Date.now();
  const found = await after(sending);
  expect(found).toMatchObject({ state: "unknown", sentAt: sending.sentAt, nonce: sending.nonce });
  if (due === null) expect(found.dueAt).toBeNull();
  else expect(found.dueAt).toBeGreaterThanOrEqual(before + (delays.polls[0] ?? 0));
  expect(kit.sent).toHaveLength(requests); // nothing is sent from here
});

test("what had not been sent is due; when it is due already, then", async () => {
  kit.copyDiffers = true;
  const [queued] = await writtenBy("aitronos");
  if (!queued) throw new Error("nothing was written");
  const before = Date.now();
  const found = await after(queued);
  expect(found.state).toBe("queued");
  expect(found.dueAt).toBeGreaterThanOrEqual(before);
  expect(found.dueAt).toBeLessThanOrEqual(Date.now());
  expect(await after({ ...queued, dueAt: 17 })).toMatchObject({ dueAt: 17 });
});

test.each([
  ["a refusal", { status: 401, body: "{}", complete: true }, "failed", "signed-out"],
  ["half a link", { status: 201, body: '{"id":"m', complete: false }, "unknown", undefined],
  ["not yet", { status: 409, body: "{}", complete: true }, "waiting", undefined],
  ["a page", { status: 200, body: "<html>", complete: true }, "unknown", undefined],
  ["nothing", null, "failed", "refused"],
] as const)("CraftKit had answered %s", async (_name, raw, state, kind) => {
  kit.copyDiffers = true;
  const answered = (await writtenBy("craftkit")).find((each) => each.state === "answered");
  if (!answered) throw new Error("nothing was answered");
  const found = await after({ ...answered, raw });
  expect(found.state).toBe(state);
  expect(found.failure?.kind).toBe(kind);
});

test("an answer that no rule can read is left as it is", async () => {
  kit.copyDiffers = true;
  const [queued] = await writtenBy("aitronos");
  if (!queued) throw new Error("nothing was written");
  const atWeb = {
    ...queued,
    state: "answered",
    track: { ...queued.track, provider: "web" },
  } as const;
  expect(await after(atWeb)).toEqual(atWeb);
});
