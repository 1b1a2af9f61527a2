// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  mixthatPublicTrack,
  mixthatStemTrack,
  mixthatStreamTrack,
  mixthatTracks,
} from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, shareMixthat } from "../test-client.ts";
import type { Json } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const at = `/tracks/${mixthatStemTrack.id}`;
const list = (query = "") => callMixthat(sandbox, "GET", `/tracks${query}`);
const items = (body: Json) => body["items"] as unknown as Json[];
const labels = (body: Json) => items(body).map(({ label }) => label);
const linkOf = (body: Json, rel: string) =>
  (body["$links"] as unknown as { rel: string; href: string }[]).find((one) => one.rel === rel);
const adas = mixthatTracks.filter(({ owner }) => owner === "Ada");

describe("list", () => {
  test("gives every field of the caller's tracks, in the order of their labels", async () => {
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(labels(body)).toEqual(adas.map(({ label }) => label).toSorted());
    expect(items(body)[1]).toEqual({
      track_id: mixthatStemTrack.id,
      label: "Lantern Room",
      description: mixthatStemTrack.description,
      tags: ["demo", "stems"],
      created_time: time,
      modified_time: time,
      $links: [{ rel: "self", href: `/api/v1${at}` }],
    });
    expect(body["$links"]).toEqual([{ rel: "first", href: "/api/v1/tracks" }]);
  });

  test("turns pages by a relative link, the whole way", async () => {
    const seen: unknown[] = [];
    let query: string | undefined = "?limit=2&prefix=";
    while (query !== undefined) {
      const { body } = await list(query);
      seen.push(labels(body));
      query = linkOf(body, "next")?.href.replace("/api/v1/tracks", "");
      expect(linkOf(body, "first")?.href).toBe("/api/v1/tracks?limit=2&prefix=");
    }
    expect(seen.flat()).toEqual(labels((await list()).body));
    expect(seen).toHaveLength(3);
  });

  test("finds labels by how they begin", async () => {
    expect(labels((await list("?prefix=Lantern")).body)).toHaveLength(2);
    expect(labels((await list("?prefix=lantern")).body)).toEqual([]);
  });

  test.each([
    ["limit=0", "limit"],
    ["limit=1001", "limit"],
    ["limit=ten", "limit"],
    ["limit=1.5", "limit"],
    ["next=%25", "next"],
  ])("refuses %s", async (query, property) => {
    const { status, body } = await list(`?${query}`);
    expect(status).toBe(400);
    expect(body).toEqual({
      message: "Bad Request",
      errors: [{ message: expect.any(String), property }],
    });
  });
});

describe("get", () => {
  test("gives every field, and per file a playlist and a waveform that open", async () => {
    const { status, body } = await callMixthat(sandbox, "GET", at);
    expect(status).toBe(200);
    expect(body).toMatchObject({ track_id: mixthatStemTrack.id, is_public: false });
    expect(body).not.toHaveProperty("duration");
    const files = body["files"] as unknown as Json[];
    expect(files.map(({ type, label, index }) => [type, label, index])).toEqual([
      ["STEM", "melody", 4],
      ["STEM", "chords", 3],
      ["STEM", "bass", 2],
      ["STEM", "drums", 1],
      ["MIX", "Mix", 0],
    ]);
    for (const file of files) {
      expect(String(file["file_id"])).toMatch(/^.{1,16}$/);
      for (const rel of ["m3u8", "waveform"])
        expect((await fetch(linkOf(file, rel)?.href ?? "")).status).toBe(200);
    }
  });

  test("says how long it may be kept, by its own clock", async () => {
    const { headers } = await callMixthat(sandbox, "GET", at);
    expect(headers.get("Cache-Control")).toBe("private, max-age=60");
    const left = Date.parse(headers.get("Expires") ?? "") - Date.now();
    expect(left).toBeGreaterThan(55_000);
    sandbox.set({ signedUrlSeconds: 5 });
    const soon = await callMixthat(sandbox, "GET", at);
    expect(soon.headers.get("Cache-Control")).toBe("private, max-age=5");
  });

  test("opens a public track to everybody, but its shares to none", async () => {
    const there = `/tracks/${mixthatPublicTrack.id}`;
    const { token } = await shareMixthat(sandbox, {}, mixthatStreamTrack.id);
    for (const one of [null, token]) {
      const { status, body } = await callMixthat(sandbox, "GET", there, { token: one });
      expect([status, body["is_public"]]).toEqual([200, true]);
    }
    expect((await callMixthat(sandbox, "GET", `${there}/shares`, { token: null })).status).toBe(
      401,
    );
  });
});

test("deletes a track, and then every share of it leads nowhere", async () => {
  const { token } = await shareMixthat(sandbox);
  expect((await callMixthat(sandbox, "DELETE", at)).status).toBe(200);
  expect((await callMixthat(sandbox, "DELETE", at)).status).toBe(404);
  expect((await callMixthat(sandbox, "GET", at)).status).toBe(404);
  expect((await callMixthat(sandbox, "GET", at, { token })).status).toBe(404);
});
