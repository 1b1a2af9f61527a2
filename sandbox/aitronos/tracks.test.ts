// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ada, adaTracks, ben, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = (id: string, person = ada) => `/${person.org}/tracks/${id}`;
const get = (id: string, person = ada) => call(sandbox, "GET", at(id, person), { person });

test("gives the creator a playable address and one per stem", async () => {
  const { status, body } = await get(stemTrack.id);
  expect(status).toBe(200);
  expect(body).toMatchObject({ id: stemTrack.id, licence_class: "commercial_cleared" });
  expect(Object.keys(body["stem_urls"] ?? {})).toEqual(["drums", "bass", "chords", "melody"]);
  for (const url of [body["playback_url"], ...Object.values(body["stem_urls"] ?? {})])
    expect((await fetch(String(url))).status).toBe(200);
});

test("has no stems where there are none", async () => {
  const { body } = await get(adaTracks[1]?.id ?? "");
  expect(body["stem_urls"]).toBeNull();
});

test("is 404 until somebody else has saved it", async () => {
  expect((await get(stemTrack.id, ben)).status).toBe(404);
  const { token } = await share(sandbox);
  await call(sandbox, "POST", `/shared/${token}/save`, { person: ben });
  expect((await get(stemTrack.id, ben)).status).toBe(200);
});

test("lets only the creator delete, once", async () => {
  const remove = (person: typeof ada) =>
    call(sandbox, "DELETE", at(stemTrack.id, person), { person });
  expect((await remove(ben)).status).toBe(404);
  const { token } = await share(sandbox);
  await call(sandbox, "POST", `/shared/${token}/save`, { person: ben });
  const refused = await remove(ben);
  expect(refused.status).toBe(403);
  expect(refused.body["error"]).toMatchObject({ code: "INSUFFICIENT_PERMISSIONS" });
  expect(await remove(ada)).toMatchObject({
    status: 200,
    body: { success: true, id: stemTrack.id, detail: expect.any(String) },
  });
  expect((await get(stemTrack.id)).status).toBe(404);
  expect((await remove(ada)).status).toBe(404);
});
