import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  ada,
  ben,
  mixthatBenTrack,
  mixthatPlainToken,
  mixthatStemTrack,
  mixthatTracks,
} from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import type { Connection } from "../contract/adapter.ts";
import { mixthat } from "./adapter.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const as = (token: string): Connection => ({
  client: createClient({
    origin: sandbox.origin,
    sign: (headers) => headers.set("Authorization", `Bearer ${token}`),
  }),
  settings: {},
});
const track = mixthatStemTrack.id;
const links = (m3u8: string, waveform: string) => [
  { rel: "m3u8", href: m3u8 },
  { rel: "waveform", href: waveform },
];

test("check distinguishes a valid token, a wrong one and a plan without the API", async () => {
  expect(await mixthat.check(as(ada.mixthatToken))).toEqual({ ok: true, value: undefined });
  expect(await mixthat.check(as(mixthatPlainToken))).toMatchObject({ ok: true });
  expect(await mixthat.check(as("wrong"))).toMatchObject({
    failure: { kind: "signed-out", code: null },
  });
  expect(await mixthat.check(as(ben.mixthatToken))).toMatchObject({
    failure: { kind: "not-allowed", code: null },
  });
});

test("track reads the title; there is no duration", async () => {
  expect(await mixthat.track(as(ada.mixthatToken), track)).toEqual({
    ok: true,
    value: {
      provider: "mixthat",
      origin: sandbox.origin,
      id: track,
      title: mixthatStemTrack.label,
      duration: null,
    },
  });
  expect(await mixthat.track(as(ada.mixthatToken), "NoSuch")).toMatchObject({
    failure: { kind: "not-yours" },
  });
  expect(await mixthat.track(as(ada.mixthatToken), mixthatBenTrack.id)).toMatchObject({
    failure: { kind: "not-allowed", code: null },
  });
});

test("lists the account's own tracks, and those whose title begins with a prefix", async () => {
  const all = await mixthat.tracks(as(ada.mixthatToken), { cursor: null, prefix: "" });
  if (!all.ok) throw new Error(all.failure.kind);
  const own = mixthatTracks.filter(({ owner }) => owner === ada.name);
  expect(all.value.next).toBeNull();
  expect(all.value.items.map(({ id }) => id).toSorted()).toEqual(
    own.map(({ id }) => id).toSorted(),
  );

  const some = await mixthat.tracks(as(ada.mixthatToken), { cursor: null, prefix: "Lantern" });
  if (!some.ok) throw new Error(some.failure.kind);
  expect(some.value.items).toHaveLength(2);
  expect(some.value.items.every(({ title }) => title?.startsWith("Lantern"))).toBe(true);
});

test("the next page begins at the cursor in its link", async () => {
  const page = {
    items: [{ track_id: track, label: "One" }],
    $links: [{ rel: "next", href: "https://evil.example/steal?next=TGFu+A==" }],
  };
  const replaced = { path: "/api/v1/tracks", do: { replace: JSON.stringify(page) } };
  sandbox.faults.add(replaced);
  expect(await mixthat.tracks(as(ada.mixthatToken), { cursor: null, prefix: "" })).toMatchObject({
    value: { items: [{ title: "One" }], next: "TGFu+A==" },
  });
  sandbox.faults.add(replaced);
  const again = { cursor: "TGFu+A==", prefix: "" };
  expect(await mixthat.tracks(as(ada.mixthatToken), again)).toMatchObject({
    value: { next: null },
  });

  const real = { cursor: Buffer.from("Lantern Room\nLntrn1").toString("base64"), prefix: "" };
  expect(await mixthat.tracks(as(ada.mixthatToken), real)).toMatchObject({
    value: { items: [{ title: "Lantern Room (streaming only)" }, {}, {}], next: null },
  });
});

test("getAudio reads every stem in order with its playlist and waveform, and the mix", async () => {
  const heard = await mixthat.getAudio(as(ada.mixthatToken), track);
  if (!heard.ok) throw new Error(heard.failure.kind);
  const { mix, stems } = heard.value;
  expect(stems.map(({ label }) => label)).toEqual(["drums", "bass", "chords", "melody"]);
  const addresses = [mix, ...stems.flatMap(({ url, waveform }) => [url, waveform])];
  for (const address of addresses) {
    const answer = await fetch(address ?? "");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toMatch(/mpegurl|json/i);
  }
});

test("leaves out addresses that cannot be played", async () => {
  const files = [
    { file_id: "b", type: "STEM", index: 2, $links: links("https://cdn.example/b", "data:,x") },
    { file_id: "a", type: "STEM", label: "A", index: 1, $links: links("/a.m3u8", "/a.json") },
    { file_id: "c", type: "STEM", index: 3, $links: links("javascript:alert(1)", "/c.json") },
    { file_id: "d", type: "STEM", index: 4 },
    { file_id: "m", type: "MIX", index: 0, $links: links("//cdn.example/m", "/m.json") },
  ];
  sandbox.faults.add({ path: "/api/v1/tracks", do: { replace: JSON.stringify({ files }) } });
  expect(await mixthat.getAudio(as(ada.mixthatToken), track)).toEqual({
    ok: true,
    value: {
      mix: "http://cdn.example/m",
      stems: [
        {
          id: "a",
          label: "A",
          url: `${sandbox.origin}/a.m3u8`,
          waveform: `${sandbox.origin}/a.json`,
        },
        { id: "b", label: "b", url: "https://cdn.example/b", waveform: null },
      ],
    },
  });
});
