// @vitest-environment node
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mixthatPublicTrack, mixthatStemTrack, mixthatStreamTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, send, shareMixthat } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = `/tracks/${mixthatStemTrack.id}`;
const open = async (token: string, path = at) =>
  (await send(sandbox, "GET", `/api/v1${path}`, { headers: { Authorization: token } })).status;
const remove = (id: string) =>
  callMixthat(sandbox, "DELETE", `${at}/shares/${encodeURIComponent(id)}`);

test("is a signed JWT with the published claims", async () => {
  const { token, claims } = await shareMixthat(sandbox, { allow_mix: true });
  const header: unknown = JSON.parse(
    Buffer.from(token.split(".")[0] ?? "", "base64url").toString(),
  );
  expect(header).toEqual({ alg: "HS256", typ: "JWT", kid: "usertokens" });
  const share = String(claims["share_id"]);
  const id = mixthatStemTrack.id;
  expect(claims).toEqual({
    account_id: "ada",
    token_id: `tracks:${id}:shares:${share}`,
    share_id: expect.stringMatching(/^[a-zA-Z0-9]{10}$/),
    scope: `tracks/read/${id} tracks/audio/read/${id} tracks/create_mix/${id}`,
    is_share_token: true,
    iat: expect.any(Number),
    exp: expect.any(Number),
    aud: "https://app.mixthat.co",
    iss: "https://app.mixthat.co",
    sub: `ada:share:${share}`,
  });
  sandbox.set({ mixthatDefaultDays: null });
  expect((await shareMixthat(sandbox)).claims).not.toHaveProperty("exp");
});

test("opens its track and no other", async () => {
  const { token } = await shareMixthat(sandbox);
  expect(await open(token)).toBe(200);
  expect(await open(token, `/tracks/${mixthatStreamTrack.id}`)).toBe(403);
  expect(await open(`${token}x`)).toBe(401);
});

test("answers 401 when it has expired, at that very millisecond", async () => {
  const end = Date.now() + 3_600_000;
  const { token } = await shareMixthat(sandbox, { expires_at: new Date(end).toISOString() });
  sandbox.shiftClock(3_590_000);
  expect(await open(token)).toBe(200);
  sandbox.shiftClock(3_600_000);
  expect(await open(token)).toBe(401);
});

test("answers 403 when it was deleted, at once or after a while", async () => {
  const [first, second] = [await shareMixthat(sandbox), await shareMixthat(sandbox)];
  await remove(first.id);
  expect(await open(first.token)).toBe(403);
  sandbox.set({ mixthatRevokeMs: 120_000 });
  await remove(second.id);
  expect(await open(second.token)).toBe(200);
  sandbox.shiftClock(121_000);
  expect(await open(second.token)).toBe(403);
});

test("answers 401 or 403 even for a public track", async () => {
  const { token } = await shareMixthat(sandbox, {}, mixthatPublicTrack.id);
  sandbox.shiftClock(4 * 86_400_000);
  expect(await open(token, `/tracks/${mixthatPublicTrack.id}`)).toBe(401);
});

test("has a rate of its own", async () => {
  const { token } = await shareMixthat(sandbox);
  sandbox.set({ requestsPerMinute: 1 });
  expect([await open(token), await open(token)]).toEqual([200, 429]);
});
