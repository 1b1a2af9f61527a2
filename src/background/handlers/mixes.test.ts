import { beforeEach, expect, test } from "vitest";
import { ada, ben, mixthatStemTrack, mixthatStreamTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import type { NewMix } from "../../model/stem-mix.ts";
import { createMixHandlers } from "./mixes.ts";

const kit = useBackground();
beforeEach(() => put("mixthat", ada.mixthatToken));

async function put(provider: ProviderId, key: string): Promise<void> {
  await kit.account(provider, key, "a");
}

const answers = () => createMixHandlers(Promise.resolve(kit.db));
const from = { page: null };
const at = { account: "a", track: mixthatStemTrack.id };
const mix: NewMix = {
  name: "Quiet",
  files: [
    { id: "f-drums", volume: 0.5, muted: false },
    { id: "f-bass", volume: 1, muted: true },
  ],
};

async function listed() {
  const answer = await answers()["list-mixes"](at, from);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

test("a mix is saved, listed with the stems, changed and removed", async () => {
  expect(await answers()["save-mix"]({ ...at, mix }, from)).toMatchObject({ ok: true });
  const { stems, mixes } = await listed();
  expect(stems).toHaveLength(4);
  // Nothing but what a form needs: no address of sound leaves the background.
  expect(stems.flatMap((stem) => Object.keys(stem))).toEqual(stems.flatMap(() => ["id", "label"]));
  expect(mixes).toMatchObject([mix]);
  const id = mixes[0]?.id ?? "";
  const louder = { name: null, files: [{ id: "f-bass", volume: 1, muted: false }] };
  expect(await answers()["update-mix"]({ ...at, id, mix: louder }, from)).toMatchObject({
    ok: true,
  });
  expect((await listed()).mixes).toMatchObject([louder]);
  expect(await answers()["remove-mix"]({ ...at, id }, from)).toMatchObject({ ok: true });
  expect((await listed()).mixes).toEqual([]);
});

test("every page of mixes is listed", async () => {
  for (let made = 0; made < 101; made += 1) await answers()["save-mix"]({ ...at, mix }, from);
  expect((await listed()).mixes).toHaveLength(101);
});

test("a rendering is requested once and gives a playable address", async () => {
  const { files } = mix;
  const job = await answers()["render-mix"]({ ...at, files, format: "mp3" }, from);
  if (!job.ok) throw new Error(job.failure.kind);
  const asked = { account: "a", job: job.value };
  expect(await answers()["get-mix-job"](asked, from)).toEqual({
    ok: true,
    value: { state: "working" },
  });
  const done = await answers()["get-mix-job"](asked, from);
  if (!done.ok || done.value.state !== "done") throw new Error(JSON.stringify(done));
  const file = await fetch(done.value.url);
  expect(file.status).toBe(200);
  await file.body?.cancel();
  expect(kit.posts()).toBe(1);
});

test("a track without its source audio is not rendered", async () => {
  const wish = { ...at, track: mixthatStreamTrack.id, files: mix.files, format: "mp3" } as const;
  expect(await answers()["render-mix"](wish, from)).toMatchObject({ failure: { kind: "gone" } });
});

test("the Free plan, a service without mixes and no account are refused", async () => {
  await put("mixthat", ben.mixthatToken);
  expect(await answers()["list-mixes"](at, from)).toMatchObject({
    failure: { kind: "not-allowed" },
  });
  await put("aitronos", ada.key);
  const sent = kit.sent.length;
  expect(await answers()["list-mixes"](at, from)).toEqual({
    ok: false,
    failure: { kind: "not-allowed", code: null },
  });
  expect(kit.sent).toHaveLength(sent);
  expect(await answers()["list-mixes"]({ ...at, account: "none" }, from)).toMatchObject({
    failure: { kind: "no-account" },
  });
});
