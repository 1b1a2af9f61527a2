// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mixthatPlainToken, mixthatPublicTrack, mixthatStemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, shareMixthat } from "../test-client.ts";
import type { Json } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = `/tracks/${mixthatStemTrack.id}/shares`;
const post = (body?: unknown, rest = {}) =>
  callMixthat(sandbox, "POST", at, { ...(body !== undefined && { body }), ...rest });
const list = (query = "") => callMixthat(sandbox, "GET", at + query);
const items = (body: Json) => body["items"] as unknown as Json[];
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const committed = () => sandbox.ledger().shares;

describe("create", () => {
  test("answers 200 with a token and its end, and nothing else", async () => {
    for (const body of [undefined, {}]) {
      const answer = await post(body);
      expect(answer.status).toBe(200);
      expect(Object.keys(answer.body).toSorted()).toEqual(["expires", "token"]);
      const left = Date.parse(String(answer.body["expires"])) - Date.now();
      expect(Math.round(left / 86_400_000)).toBe(3);
    }
    expect(committed()).toHaveLength(2);
  });

  test("ends when it was told to, or never", async () => {
    const at14 = inDays(14).replace("Z", "+00:00");
    const dated = await post({ expires_at: at14 });
    expect(Date.parse(String(dated.body["expires"]))).toBe(Date.parse(at14));
    sandbox.set({ mixthatDefaultDays: null });
    expect((await post()).body["expires"]).toBeNull();
    expect(committed().map((share) => share.expires_at)).toEqual([
      new Date(at14).toISOString(),
      null,
    ]);
  });

  test.each([
    [{ nonce: 1 }, "nonce"],
    [{ name: "x".repeat(51) }, "name"],
    [{ name: 7 }, "name"],
    [{ name: null }, "name"],
    [{ expires_at: "2020-01-01T00:00:00Z" }, "expires_at"],
    [{ expires_at: "2099-01-01" }, "expires_at"],
    [{ expires_at: "2099-13-01T00:00:00Z" }, "expires_at"],
    [{ expires_at: "2099-01-01T00:00:00" }, "expires_at"],
    [{ expires_at: null }, "expires_at"],
    [{ expires_at: 4_000_000_000 }, "expires_at"],
    [{ allow_mix: "true" }, "allow_mix"],
    [{ allow_read_mixes: 1 }, "allow_read_mixes"],
    [{ allow_write_mixes: null }, "allow_write_mixes"],
    [{ allow_read_source: "" }, "allow_read_source"],
    [[], ""],
  ])("refuses %j with 400 and commits nothing", async (body, property) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      message: "Bad Request",
      errors: [{ message: expect.any(String), property }],
    });
    expect(committed()).toEqual([]);
  });

  test("refuses what is no JSON, or does not say so", async () => {
    for (const [body, type] of [
      ["{", "application/json"],
      ["{}", "text/plain"],
    ]) {
      const answer = await post(body, { headers: { "Content-Type": type } });
      expect([answer.status, answer.body]).toEqual([400, { message: expect.any(String) }]);
    }
  });

  test("takes a name of fifty characters", async () => {
    expect((await post({ name: "é".repeat(50) })).status).toBe(200);
    expect(committed()[0]?.name).toBe("é".repeat(50));
  });

  test.each([
    [{ allow_mix: true, allow_read_source: true }, ["allow_mix", "allow_read_source"]],
    [{ allow_read_mixes: true, allow_mix: false }, ["allow_read_mixes"]],
    [{ allow_write_mixes: true, expires_at: inDays(15) }, ["allow_write_mixes", "expires_at"]],
  ])("refuses %j on a plan without extended options", async (body, properties) => {
    const answer = await post(body, { token: mixthatPlainToken });
    expect(answer.status).toBe(400);
    const message = "Advanced share options require extended permissions";
    const errors = properties.map((property) => ({ message: expect.any(String), property }));
    expect(answer.body).toEqual({ message, errors });
    expect((await post(body)).status).toBe(200);
  });

  test("gives the plainest plan up to fourteen days and a name", async () => {
    const body = { name: "Mum", expires_at: inDays(13.9), allow_mix: false };
    expect((await post(body, { token: mixthatPlainToken })).status).toBe(200);
  });
});

describe("list", () => {
  test("gives what a record has, and never a token or an address", async () => {
    const allowed = { allow_mix: true, allow_read_mixes: true, allow_write_mixes: true };
    const { token, id } = await shareMixthat(sandbox, {
      name: "Mum",
      ...allowed,
      allow_read_source: true,
      expires_at: "2099-01-01T00:00:00.123Z",
    });
    const { status, text, body } = await list();
    expect(status).toBe(200);
    expect(items(body)).toEqual([
      {
        token_id: id,
        share_id: id.split(":")[3],
        track_id: mixthatStemTrack.id,
        name: "Mum",
        created_at: expect.stringMatching(/Z$/),
        expires_at: "2099-01-01T00:00:00.123Z",
        scope: [
          "tracks/read",
          "tracks/audio/read",
          "tracks/create_mix",
          "tracks/read_mixes",
          "tracks/write_mixes",
          "tracks/audio/read_source",
        ],
      },
    ]);
    expect(text).not.toContain(token);
    expect(text).not.toContain("http");
  });

  test("leaves out what a record has not", async () => {
    sandbox.set({ mixthatDefaultDays: null });
    await shareMixthat(sandbox);
    const [item] = items((await list()).body);
    for (const field of ["name", "expires_at", "last_used"]) expect(item).not.toHaveProperty(field);
  });

  test("says when a link was last used", async () => {
    const { token } = await shareMixthat(sandbox);
    sandbox.shiftClock(60_000);
    await callMixthat(sandbox, "GET", `/tracks/${mixthatStemTrack.id}`, { token });
    const [item] = items((await list()).body);
    const used = Date.parse(String(item?.["last_used"]));
    expect(used - Date.parse(String(item?.["created_at"]))).toBeGreaterThanOrEqual(60_000);
    expect(committed()[0]?.opens).toBe(1);
  });

  test("turns pages by key, twenty on each unless asked", async () => {
    for (let i = 0; i < 23; i++) await shareMixthat(sandbox, { name: `Link ${i}` });
    await shareMixthat(sandbox, {}, mixthatPublicTrack.id);
    const { body } = await list();
    expect(items(body)).toHaveLength(20);
    const links = body["$links"] as unknown as { rel: string; href: string }[];
    expect(links.map(({ rel }) => rel)).toEqual(["first", "next"]);
    const next = links[1]?.href.replace(`/api/v1${at}`, "");
    const rest = items((await list(next)).body);
    expect(rest).toHaveLength(3);
    const names = [...items(body), ...rest].map(({ name }) => name);
    expect(new Set(names).size).toBe(23);
    expect(items((await list("?limit=100")).body)).toHaveLength(23);
  });

  test.each(["limit=0", "limit=101", "limit=x", "last_key=%25"])("refuses %s", async (query) => {
    expect((await list(`?${query}`)).status).toBe(400);
  });
});

const remove = (id: string) => callMixthat(sandbox, "DELETE", `${at}/${encodeURIComponent(id)}`);

describe("delete", () => {
  test("answers 200, and 404 the second time", async () => {
    const { id } = await shareMixthat(sandbox);
    const { status, body } = await remove(id);
    expect([status, body]).toEqual([200, { message: "Share token deleted successfully" }]);
    expect((await remove(id)).status).toBe(404);
    expect(items((await list()).body)).toEqual([]);
    expect(committed()[0]?.revoked_at).not.toBeNull();
  });

  test("takes the full id only, and only of this track", async () => {
    const { id, claims } = await shareMixthat(sandbox);
    const other = await shareMixthat(sandbox, {}, mixthatPublicTrack.id);
    for (const one of [String(claims["share_id"]), other.id, `${id}x`, "%"])
      expect((await remove(one)).status).toBe(404);
    expect(committed().map((share) => share.revoked_at)).toEqual([null, null]);
  });
});
