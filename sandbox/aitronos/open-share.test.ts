// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, adaTracks, collections, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const open = (token: string) => call(sandbox, "GET", `/shared/${token}`);
const opens = () => sandbox.ledger().shares.map((one) => one.opens);

const trackView = {
  id: stemTrack.id,
  title: stemTrack.title,
  engine: expect.any(String),
  mode: "creation",
  measured_duration_seconds: stemTrack.durationSeconds,
  instrumental: true,
  playback_url: expect.stringContaining("/audio/lantern.mp3?expires="),
  licence: {
    licence_class: "commercial_cleared",
    licence_version: expect.any(String),
    commercial_use: true,
    requires_attribution: false,
  },
};

describe("open a share", () => {
  test("shows a track to anybody from anywhere, and counts", async () => {
    const { token } = await share(sandbox, { expires_in_days: 3 });
    const { status, headers, body } = await open(token);
    expect(status).toBe(200);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(body).toEqual({
      kind: "track",
      available: true,
      message: null,
      share: { target_type: "track", visibility: "link_only", expires_at: expect.any(String) },
      track: trackView,
      collection: null,
      tracks: null,
    });
    await open(token);
    expect(opens()).toEqual([2]);
  });

  test("shows a collection", async () => {
    const path = `/${ada.org}/collections/${collections[0].id}/share`;
    const { body } = await call(sandbox, "POST", path, { person: ada });
    const answer = await open(String(body["token"]));
    expect(answer.body).toMatchObject({
      kind: "collection",
      available: true,
      track: null,
      collection: { id: collections[0].id, name: "Evening set", description: null },
    });
    const shown = answer.body["tracks"] as unknown as { id: string }[];
    expect(shown.map(({ id }) => id)).toEqual(adaTracks.slice(0, 3).map(({ id }) => id));
  });

  test("answers a preflight", async () => {
    const answer = await call(sandbox, "OPTIONS", "/shared/shr_any");
    expect(answer.status).toBe(204);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test("signs the audio anew", async () => {
    const { token } = await share(sandbox);
    const urlOf = async () => String((await open(token)).body["track"]?.["playback_url"]);
    const first = await urlOf();
    sandbox.shiftClock(1000);
    expect(await urlOf()).not.toBe(first);
  });

  test("keeps a removed track's link, with only a message", async () => {
    const { token } = await share(sandbox);
    await call(sandbox, "DELETE", `/${ada.org}/tracks/${stemTrack.id}`, { person: ada });
    const { status, body } = await open(token);
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: "track",
      available: false,
      message: expect.any(String),
      share: null,
      track: null,
      collection: null,
      tracks: null,
    });
  });
});

describe("a link that does not work", () => {
  const tokens = {
    unknown: async () => "shr_00000000000000000000000000000000",
    revoked: async () => {
      const { id, token } = await share(sandbox);
      await call(sandbox, "DELETE", `/${ada.org}/share/${id}`, { person: ada });
      return token;
    },
    expired: async () => {
      const { token } = await share(sandbox, { expires_in_days: 1 });
      expect((await open(token)).status).toBe(200);
      sandbox.shiftClock(86_400_000);
      return token;
    },
  };

  test.each(Object.keys(tokens) as (keyof typeof tokens)[])("%s: 404", async (kind) => {
    const token = await tokens[kind]();
    const before = opens();
    const { status, headers, body } = await open(token);
    expect(status).toBe(404);
    expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(body["error"]).toMatchObject({ code: "RESOURCE_NOT_FOUND", status: 404 });
    expect(opens()).toEqual(before);
    const saved = await call(sandbox, "POST", `/shared/${token}/save`, { person: ada });
    expect(saved.status).toBe(404);
  });
});
