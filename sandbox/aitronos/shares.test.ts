// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, ben, benTrack, collections, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const path = `/${ada.org}/tracks/${stemTrack.id}/share`;
const at = (id: string) => `/${ada.org}/collections/${id}/share`;
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe("share a track", () => {
  test("answers 201 with every field, without a body", async () => {
    const { status, body } = await call(sandbox, "POST", path, { person: ada });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^mslink_[0-9a-f]{12}$/),
      token: expect.stringMatching(/^shr_[0-9a-f]{32}$/),
      url: `${sandbox.origin}/v1/music/shared/${String(body["token"])}`,
      target_type: "track",
      visibility: "link_only",
      expires_at: null,
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test.each([
    [1, 1],
    [30, 30],
    [90, 90],
    [91, 90],
    [5000, 90],
  ])("keeps %i days as %i", async (asked, kept) => {
    const { body } = await share(sandbox, { expires_in_days: asked, visibility: "public" });
    expect(days(String(body["created_at"]), String(body["expires_at"]))).toBe(kept);
    expect(body["visibility"]).toBe("public");
  });

  test.each([
    [{ expires_in_days: 0 }, "expires_in_days"],
    [{ expires_in_days: -3 }, "expires_in_days"],
    [{ expires_in_days: 1.5 }, "expires_in_days"],
    [{ expires_in_days: "7" }, "expires_in_days"],
    [{ visibility: "private" }, "visibility"],
    [{ visibility: null }, "visibility"],
    [{ name: "Mum" }, "name"],
    [[], "body"],
    ["{", "body"],
  ])("refuses %j with 422 and commits nothing", async (body, field) => {
    const answer = await call(sandbox, "POST", path, { person: ada, body });
    expect(answer.status).toBe(422);
    expect(answer.body["error"]).toMatchObject({ code: "VALIDATION_ERROR", details: { field } });
    expect(sandbox.ledger().shares).toHaveLength(0);
  });

  test("refuses a body that does not say it is JSON", async () => {
    const headers = { "Content-Type": "text/plain" };
    const answer = await call(sandbox, "POST", path, { person: ada, headers, body: "{}" });
    expect(answer.status).toBe(422);
  });

  test.each([benTrack.id, "mtrack_000000000000"])("does not know %s as Ada's", async (id) => {
    const answer = await call(sandbox, "POST", `/${ada.org}/tracks/${id}/share`, { person: ada });
    expect(answer.status).toBe(404);
    expect(answer.body["error"]).toMatchObject({
      code: "RESOURCE_NOT_FOUND",
      system_message: "Track not found or not owned by caller",
      details: { track_id: id },
    });
  });

  test("makes a new link each time", async () => {
    const [one, two] = [await share(sandbox), await share(sandbox)];
    expect(one.id).not.toBe(two.id);
    expect(one.token).not.toBe(two.token);
    expect(sandbox.ledger().shares).toHaveLength(2);
  });

  test("leads back to the origin that was called", async () => {
    const there = { ...sandbox, origin: `http://localhost:${sandbox.port}` };
    expect((await share(there)).url).toMatch(`http://localhost:${sandbox.port}/v1/music/shared/`);
  });
});

describe("share a collection", () => {
  test("answers 201 for the owner and 404 for another's", async () => {
    const [mine, other] = collections;
    const { status, body } = await call(sandbox, "POST", at(mine.id), { person: ada });
    expect(status).toBe(201);
    expect(body).toMatchObject({ target_type: "collection", visibility: "link_only" });
    expect((await call(sandbox, "POST", at(other.id), { person: ada })).status).toBe(404);
  });
});

describe("revoke", () => {
  test("ends the link at once, and again is no error", async () => {
    const { id, token } = await share(sandbox);
    const revoke = () => call(sandbox, "DELETE", `/${ada.org}/share/${id}`, { person: ada });
    const { status, body } = await revoke();
    expect(status).toBe(200);
    expect(body).toEqual({ success: true, id, detail: "Share link revoked." });
    expect((await call(sandbox, "GET", `/shared/${token}`)).status).toBe(404);
    const first = sandbox.ledger().shares[0]?.revoked_at;
    sandbox.shiftClock(60_000);
    expect(await revoke()).toMatchObject({ status: 200, body: { success: true, id } });
    expect(sandbox.ledger().shares[0]?.revoked_at).toBe(first);
  });

  test("does not know another's link", async () => {
    const { id } = await share(sandbox);
    for (const [person, link] of [
      [ben, id],
      [ada, "mslink_000000000000"],
    ] as const) {
      const answer = await call(sandbox, "DELETE", `/${person.org}/share/${link}`, { person });
      expect(answer.status).toBe(404);
      expect(answer.body["error"]).toMatchObject({ details: { share_id: link } });
    }
    expect(sandbox.ledger().shares[0]?.revoked_at).toBeNull();
  });
});
