// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, adaTracks, collections, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const ask = (method: string, path = "", body?: unknown) =>
  call(sandbox, method, `/${ada.org}/collections${path}`, { person: ada, body });
const [mine, other] = collections;

describe("collections", () => {
  test("lists the caller's own without counting their tracks", async () => {
    const { status, body } = await ask("GET");
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id: mine.id,
          name: "Evening set",
          description: null,
          cover_track_id: null,
          cover_image_url: null,
          track_count: null,
          created_at: expect.any(String),
          updated_at: expect.any(String),
        },
      ],
      limit: 50,
      offset: 0,
    });
  });

  test("makes a new one", async () => {
    const { status, body } = await ask("POST", "", { name: "Rain", description: "for Sundays" });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Rain", description: "for Sundays", track_count: 0 });
    expect((await ask("GET")).body["items"]).toHaveLength(2);
  });

  test.each([
    {},
    { name: "" },
    { name: "x".repeat(513) },
    { name: 7 },
    { name: "Rain", colour: "grey" },
    { name: "Rain", cover_image_url: "x".repeat(1025) },
  ])("refuses %j", async (body) => {
    expect((await ask("POST", "", body)).status).toBe(422);
  });

  test("lists and removes tracks", async () => {
    const { body } = await ask("GET", `/${mine.id}/tracks`);
    expect(body).toMatchObject({ collection_id: mine.id, limit: 200, offset: 0 });
    expect(body["items"]).toEqual(
      adaTracks
        .slice(0, 3)
        .map(({ id }, position) => ({ track_id: id, position, added_at: expect.any(String) })),
    );
    const path = `/${mine.id}/tracks/${stemTrack.id}`;
    expect((await ask("DELETE", path)).body).toMatchObject({ success: true, id: stemTrack.id });
    expect((await ask("DELETE", path)).status).toBe(404);
    expect((await ask("GET", `/${mine.id}/tracks`)).body["items"]).toHaveLength(2);
  });

  test("does not know another's", async () => {
    expect((await ask("GET", `/${other.id}/tracks`)).status).toBe(404);
    expect((await ask("DELETE", `/${other.id}/tracks/${stemTrack.id}`)).status).toBe(404);
    expect((await ask("GET", `/${mine.id}/tracks?limit=501`)).status).toBe(422);
  });
});
