import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  ada,
  mixthatBenTrack,
  mixthatStemTrack,
  mixthatStreamTrack,
} from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import type { NewMix } from "../../model/stem-mix.ts";
import type { Connection } from "../contract/adapter.ts";
import { mixthat } from "./adapter.ts";

const { mixes } = mixthat;
const sign = (headers: Headers) => headers.set("Authorization", `Bearer ${ada.mixthatToken}`);
let sandbox: Sandbox;
let at: Connection;
beforeAll(async () => {
  sandbox = await startSandbox();
  at = { client: createClient({ origin: sandbox.origin, sign }), settings: {} };
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const track = mixthatStemTrack.id;
const quiet: NewMix = {
  name: "Quiet drums",
  files: [
    { id: "f-drums", volume: 0.25, muted: false },
    { id: "f-bass", volume: 1, muted: true },
  ],
};

async function onlyMix() {
  const listed = await mixes.list(at, track, null);
  if (!listed.ok) throw new Error(listed.failure.kind);
  expect(listed.value).toMatchObject({ items: [{}], next: null });
  return listed.value.items[0]!;
}

test("saves, changes and removes a mix; removing it twice succeeds", async () => {
  expect(await mixes.save(at, track, quiet)).toEqual({ ok: true, value: undefined });
  const saved = await onlyMix();
  expect(saved).toMatchObject(quiet);
  expect(Math.abs(saved.createdAt - Date.now())).toBeLessThan(60_000);

  const loud = { name: null, files: [{ id: "f-chords", volume: 1, muted: false }] };
  expect(await mixes.update(at, track, saved.id, loud)).toMatchObject({ ok: true });
  expect(await onlyMix()).toEqual({ ...saved, ...loud });

  expect(await mixes.remove(at, track, saved.id)).toMatchObject({ ok: true });
  expect(await mixes.remove(at, track, saved.id)).toMatchObject({ ok: true });
  expect(await mixes.list(at, track, null)).toMatchObject({ value: { items: [], next: null } });
  expect(await mixes.update(at, track, saved.id, loud)).toMatchObject({
    failure: { kind: "not-yours" },
  });
});

test("a long name is shortened to the service's limit, and a blank one is not sent", async () => {
  expect(await mixes.save(at, track, { ...quiet, name: `${"x".repeat(99)}🎚` })).toMatchObject({
    ok: true,
  });
  expect((await onlyMix()).name).toBe("x".repeat(99));
  sandbox.reset();
  expect(await mixes.save(at, track, { ...quiet, name: "  " })).toMatchObject({ ok: true });
  expect((await onlyMix()).name).toBeNull();
});

test("when the response to saving is lost, the outcome is unknown and nothing is sent again", async () => {
  sandbox.faults.add({ method: "POST", path: "/mixes", when: "after", do: { close: true } });
  expect(await mixes.save(at, track, quiet)).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  await onlyMix();
});

test("lists mixes page by page", async () => {
  for (let made = 0; made < 101; made += 1) await mixes.save(at, track, quiet);
  const first = await mixes.list(at, track, null);
  if (!first.ok) throw new Error(first.failure.kind);
  expect(first.value.items).toHaveLength(100);
  expect(await mixes.list(at, track, first.value.next)).toMatchObject({
    value: { items: [{}], next: null },
  });
});

test("a rendering is first working, then done, with an address that plays", async () => {
  const started = await mixes.render(at, track, quiet.files, "mp3");
  if (!started.ok) throw new Error(started.failure.kind);
  expect(await mixes.job(at, started.value)).toEqual({ ok: true, value: { state: "working" } });
  const done = await mixes.job(at, started.value);
  if (!done.ok || done.value.state !== "done") throw new Error(JSON.stringify(done));
  const audio = await fetch(done.value.url);
  expect(audio.headers.get("Content-Type")).toMatch(/^audio\//);
  await audio.body?.cancel();
});

test("a muted file is rendered with volume 0, and only documented fields are sent", async () => {
  const send = vi.spyOn(at.client, "send");
  await mixes.render(at, track, quiet.files, "wav");
  expect(send.mock.lastCall?.[0].body).toEqual({
    format: "wav",
    files: [
      { file_id: "f-drums", volume: 0.25 },
      { file_id: "f-bass", volume: 0 },
    ],
  });
  send.mockRestore();
});

test("a rendering that fails, is refused or belongs to another account", async () => {
  sandbox.set({ mixthatJobsFail: true, mixthatJobPolls: 0 });
  const started = await mixes.render(at, track, quiet.files, "wav");
  if (!started.ok) throw new Error(started.failure.kind);
  expect(await mixes.job(at, started.value)).toEqual({ ok: true, value: { state: "failed" } });
  expect(await mixes.job(at, "NoSuch")).toMatchObject({ failure: { kind: "not-yours" } });

  const render = (of: string) => mixes.render(at, of, quiet.files, "mp3");
  expect(await render(mixthatStreamTrack.id)).toMatchObject({ failure: { kind: "gone" } });
  expect(await render(mixthatBenTrack.id)).toMatchObject({ failure: { kind: "not-allowed" } });
  expect(await mixes.render(at, track, [], "mp3")).toMatchObject({
    failure: { kind: "refused", status: 400 },
  });
  const body = { message: "Quota", code: "E_QUOTA" };
  sandbox.faults.add({ path: "/mix$", do: { status: 402, body } });
  expect(await render(track)).toMatchObject({ failure: { kind: "not-allowed", code: "E_QUOTA" } });
});

test.each([
  { $links: [] },
  { $links: [{ rel: "job", href: "/api/v1/jobs/../tracks" }] },
  { $links: [{ rel: "job", href: "/api/v1/jobs/.." }] },
  { $links: [{ rel: "other", href: "/api/v1/jobs/abc123" }] },
])("the response %j to a rendering has no job id: malformed", async (body) => {
  sandbox.faults.add({ path: "/mix$", do: { replace: JSON.stringify(body) } });
  expect(await mixes.render(at, track, quiet.files, "mp3")).toMatchObject({
    failure: { kind: "malformed", where: "$links" },
  });
});
