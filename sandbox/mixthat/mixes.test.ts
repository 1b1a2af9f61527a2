// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mixthatPlainToken, mixthatStemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, shareMixthat } from "../test-client.ts";
import type { Json } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = `/tracks/${mixthatStemTrack.id}/mixes`;
const state = { files: [{ file_id: "f-bass", volume: 0.5, muted: true }] };
const go = (method: string, path: string, rest = {}) => callMixthat(sandbox, method, path, rest);
const items = (body: Json) => body["items"] as unknown as Json[];
const linkOf = (body: Json) =>
  (body["$links"] as unknown as { href: string }[])[0]?.href.replace("/api/v1", "") ?? "";
const save = async (body: object = { state }, rest = {}) => {
  const answer = await go("POST", at, { body, ...rest });
  expect(answer.status).toBe(200);
  return linkOf(answer.body);
};

test("saves, shows, lists, changes and deletes a mix", async () => {
  const answer = await go("POST", at, { body: { name: "Quiet bass", state } });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    $links: [
      { rel: "self", href: expect.stringMatching(/^\/api\/v1\/tracks\/\w{6}\/mixes\/\w+$/) },
    ],
  });
  const path = linkOf(answer.body);
  const shown = await go("GET", path);
  expect(shown.status).toBe(200);
  expect(shown.body).toEqual({
    mix_id: path.split("/").at(-1),
    name: "Quiet bass",
    state,
    created_time: expect.stringMatching(/Z$/),
  });
  expect(items((await go("GET", at)).body)).toEqual([shown.body]);

  const louder = { files: [{ file_id: "f-bass", volume: 1 }] };
  const changed = await go("PUT", path, { body: { state: louder } });
  expect([changed.status, linkOf(changed.body)]).toEqual([200, path]);
  const after = (await go("GET", path)).body;
  expect(after).toMatchObject({ state: louder });
  expect(after).not.toHaveProperty("name");

  expect((await go("DELETE", path)).status).toBe(200);
  for (const method of ["GET", "DELETE"]) expect((await go(method, path)).status).toBe(404);
  expect((await go("PUT", path, { body: { state } })).status).toBe(404);
});

test("turns pages by key", async () => {
  for (let i = 0; i < 5; i++) await save();
  const { body } = await go("GET", `${at}?limit=3`);
  const next = (body["$links"] as unknown as { href: string }[])[1]?.href.replace("/api/v1", "");
  const rest = await go("GET", next ?? "");
  expect([items(body).length, items(rest.body).length]).toEqual([3, 2]);
  expect((await go("GET", `${at}?limit=0`)).status).toBe(400);
});

const file = { file_id: "f-bass", volume: 1 };
test.each([
  [{}, "state"],
  [{ state: [] }, "state"],
  [{ state, name: "" }, "name"],
  [{ state, name: "x".repeat(101) }, "name"],
  [{ state, tempo: 1 }, "tempo"],
  [{ state: { ...state, pan: 1 } }, "state.pan"],
  [{ state: { files: [] } }, "state.files"],
  [{ state: { files: Array.from({ length: 26 }, () => file) } }, "state.files"],
  [{ state: { files: ["f-bass"] } }, "state.files[0]"],
  [{ state: { files: [{ ...file, volume: 1.01 }] } }, "state.files[0].volume"],
  [{ state: { files: [file, { ...file, volume: -0.1 }] } }, "state.files[1].volume"],
  [{ state: { files: [{ file_id: "f-bass" }] } }, "state.files[0].volume"],
  [{ state: { files: [{ ...file, file_id: "f-flute" }] } }, "state.files[0].file_id"],
  [{ state: { files: [{ ...file, muted: 1 }] } }, "state.files[0].muted"],
  [{ state: { files: [{ ...file, solo: true }] } }, "state.files[0].solo"],
])("refuses %j with 400, new or changed", async (body, property) => {
  const path = await save();
  for (const [method, to] of [
    ["POST", at],
    ["PUT", path],
  ] as const) {
    const answer = await go(method, to, { body });
    expect(answer.status).toBe(400);
    expect(answer.body["errors"]).toEqual([{ message: expect.any(String), property }]);
  }
  expect(sandbox.ledger().library).toHaveLength(1);
});

test("takes a hundred characters and twenty-five files", async () => {
  const files = Array.from({ length: 25 }, () => file);
  await save({ name: "x".repeat(100), state: { files } });
});

describe("a share token", () => {
  test("reads or writes mixes as it was allowed to", async () => {
    const path = await save();
    const reader = await shareMixthat(sandbox, { allow_read_mixes: true });
    const writer = await shareMixthat(sandbox, { allow_write_mixes: true });
    const statuses = async (token: string) => [
      (await go("GET", at, { token })).status,
      (await go("GET", path, { token })).status,
      (await go("PUT", path, { token, body: { state } })).status,
      (await go("POST", at, { token, body: { state } })).status,
    ];
    expect(await statuses(reader.token)).toEqual([200, 200, 403, 403]);
    expect(await statuses(writer.token)).toEqual([403, 403, 200, 200]);
    expect(sandbox.ledger().library).toMatchObject([
      { provider: "mixthat", user: "Ada", source: "mix", share_id: null },
      { provider: "mixthat", user: "Ada", source: "mix", share_id: writer.id },
    ]);
  });
});

const as = (name: string) => ({ headers: { "X-External-Sub": name } });

describe("X-External-Sub", () => {
  test("keeps the mixes of several people apart", async () => {
    const path = await save({ state }, as("listener 1"));
    expect((await go("GET", path, as("listener 1"))).status).toBe(200);
    for (const rest of [{}, as("listener 2")]) {
      expect(items((await go("GET", at, rest)).body)).toEqual([]);
      expect((await go("GET", path, rest)).status).toBe(404);
    }
  });

  test("is refused when it is malformed, or without its scope", async () => {
    for (const name of ["a#b", "x".repeat(129), "é"])
      expect((await go("GET", at, as(name))).status).toBe(400);
    const { token } = await shareMixthat(sandbox, { allow_read_mixes: true });
    for (const one of [token, mixthatPlainToken])
      expect((await go("GET", at, { ...as("me"), token: one })).status).toBe(403);
  });
});
