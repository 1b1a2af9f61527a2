// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, adaTracks, ben, collections, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const save = (id: string, person = ada) =>
  call(sandbox, "POST", `/${person.org}/tracks/${id}/save`, { person });
const unsave = (id: string) =>
  call(sandbox, "DELETE", `/${ada.org}/tracks/${id}/save`, { person: ada });
const list = (query = "", person = ada) =>
  call(sandbox, "GET", `/${person.org}/tracks${query}`, { person });
const ids = async (query = "", person = ada) => {
  const items = (await list(query, person)).body["items"] as unknown as { id: string }[];
  return items.map(({ id }) => id);
};

describe("save", () => {
  test("answers the same edge each time", async () => {
    const { status, body } = await save(stemTrack.id);
    expect(status).toBe(200);
    expect(body).toEqual({
      id: expect.stringMatching(/^mlib_[0-9a-f]{12}$/),
      track_id: stemTrack.id,
      source: "own",
      created_at: expect.any(String),
      saved: true,
    });
    expect((await save(stemTrack.id)).body).toEqual(body);
    expect(sandbox.ledger().library).toHaveLength(1);
  });

  test("gives 404 to somebody without access", async () => {
    for (const id of [stemTrack.id, "mtrack_000000000000"]) {
      const { status, body } = await save(id, ben);
      expect(status).toBe(404);
      expect(body["error"]).toMatchObject({ details: { track_id: id } });
    }
  });
});

describe("save from a share", () => {
  test("answers 201, the same edge each time, and survives revocation", async () => {
    const { id, token } = await share(sandbox);
    const keep = () => call(sandbox, "POST", `/shared/${token}/save`, { person: ben });
    const { status, body } = await keep();
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^mlib_/),
      track_id: stemTrack.id,
      source: "shared",
      share_link_id: id,
      created_at: expect.any(String),
    });
    expect((await keep()).body).toEqual(body);
    await call(sandbox, "DELETE", `/${ada.org}/share/${id}`, { person: ada });
    expect(await ids("", ben)).toEqual([stemTrack.id]);
    expect((await save(stemTrack.id, ben)).body).toMatchObject({
      id: body["id"],
      source: "shared",
    });
  });

  test("needs a key, a track, and one that is still there", async () => {
    const { token } = await share(sandbox);
    expect((await call(sandbox, "POST", `/shared/${token}/save`)).status).toBe(401);
    const path = `/${ada.org}/collections/${collections[0].id}/share`;
    const set = String((await call(sandbox, "POST", path, { person: ada })).body["token"]);
    expect((await call(sandbox, "POST", `/shared/${set}/save`, { person: ben })).status).toBe(422);
    await call(sandbox, "DELETE", `/${ada.org}/tracks/${stemTrack.id}`, { person: ada });
    expect((await call(sandbox, "POST", `/shared/${token}/save`, { person: ben })).status).toBe(
      404,
    );
  });
});

describe("unsave", () => {
  test("removes the edge, and again is no error", async () => {
    await save(stemTrack.id);
    for (const _ of [1, 2])
      expect(await unsave(stemTrack.id)).toMatchObject({
        status: 200,
        body: { success: true, id: stemTrack.id, detail: expect.any(String) },
      });
    expect(sandbox.ledger().library).toHaveLength(0);
    expect((await unsave("mtrack_000000000000")).status).toBe(404);
  });
});

describe("list", () => {
  test("is newest save first, in pages, without a total", async () => {
    for (const { id } of adaTracks) await save(id);
    const newest = adaTracks.map(({ id }) => id).toReversed();
    expect(await ids()).toEqual(newest);
    expect(await ids("?limit=7&offset=14")).toEqual(newest.slice(14));
    const { status, body } = await list("?limit=1");
    expect(status).toBe(200);
    expect(Object.keys(body).toSorted()).toEqual(["items", "limit", "offset"]);
    expect(body["items"]?.["0"]).toEqual({
      id: newest[0],
      title: adaTracks.at(-1)?.title,
      engine: expect.any(String),
      mode: "creation",
      measured_duration_seconds: adaTracks.at(-1)?.durationSeconds,
      instrumental: true,
      licence_class: "commercial_cleared",
      created_at: expect.any(String),
      playback_url: null,
      stem_urls: null,
    });
  });

  test("filters", async () => {
    for (const { id } of adaTracks.slice(0, 5)) await save(id);
    expect(await ids("?mode=focus")).toEqual([]);
    expect(await ids("?mode=creation&engine=lantern-2")).toHaveLength(5);
    expect(await ids(`?collection_id=${collections[0].id}`)).toHaveLength(3);
  });

  test.each(["limit=0", "limit=101", "limit=x", "offset=-1"])("refuses %s", async (query) => {
    const { status, body } = await list(`?${query}`);
    expect(status).toBe(422);
    expect(body["error"]).toMatchObject({ code: "VALIDATION_ERROR" });
  });
});
