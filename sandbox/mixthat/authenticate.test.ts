// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, ben, mixthatBenTrack, mixthatStemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat, send, shareMixthat } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = `/tracks/${mixthatStemTrack.id}`;
const mix = { state: { files: [{ file_id: "f-bass", volume: 1 }] } };
const endpoints: [method: string, path: string, body?: object][] = [
  ["GET", "/tracks"],
  ["GET", at],
  ["DELETE", at],
  ["GET", `${at}/shares`],
  ["POST", `${at}/shares`],
  ["DELETE", `${at}/shares/x`],
  ["GET", `${at}/mixes`],
  ["POST", `${at}/mixes`, mix],
  ["GET", `${at}/mixes/x`],
  ["PUT", `${at}/mixes/x`, mix],
  ["DELETE", `${at}/mixes/x`],
  ["POST", `${at}/mix`],
  ["GET", "/jobs/abc123"],
];
const onTracks = endpoints.filter(([, path]) => path.startsWith(at));

describe("every endpoint", () => {
  test.each(endpoints)(
    "answers %s %s with 401 without a token, and for an unknown one",
    async (method, path, body) => {
      for (const token of [null, "nonsense", ada.key]) {
        const answer = await callMixthat(sandbox, method, path, { token, body });
        expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
      }
    },
  );

  test.each(endpoints)(
    "answers %s %s with 403 for a plan without API access",
    async (method, path, body) => {
      const answer = await callMixthat(sandbox, method, path, { token: ben.mixthatToken, body });
      expect([answer.status, answer.body["message"]]).toEqual([
        403,
        "API access is part of the Pro plan",
      ]);
    },
  );

  test.each(endpoints)(
    "answers %s %s with 429 and when to come again",
    async (method, path, body) => {
      sandbox.set({ requestsPerMinute: 0 });
      for (const token of [ada.mixthatToken, null]) {
        const answer = await callMixthat(sandbox, method, path, { token, body });
        expect([answer.status, answer.body]).toEqual([429, { message: "Too Many Requests" }]);
        expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0);
      }
    },
  );

  test.each(onTracks)(
    "answers %s %s with 403 for another's track and 404 for none",
    async (method, path, body) => {
      const to = async (id: string) => {
        const there = path.replace(mixthatStemTrack.id, id);
        return (await callMixthat(sandbox, method, there, { body })).status;
      };
      expect(await to(mixthatBenTrack.id)).toBe(403);
      expect(await to("Nobody")).toBe(404);
      expect(await to("too-long-for-an-id")).toBe(404);
    },
  );

  test.each(endpoints.filter(([method, path]) => method !== "GET" || path !== at))(
    "answers %s %s with 403 or 404 to a share token without that permission",
    async (method, path, body) => {
      const { token } = await shareMixthat(sandbox);
      const answer = await callMixthat(sandbox, method, path, { token, body });
      expect(answer.status).toBe(path.startsWith("/jobs") ? 404 : 403);
    },
  );
});

test.each(["Bearer ", "bearer ", ""])("takes a token after %j", async (scheme) => {
  const { token } = await shareMixthat(sandbox);
  for (const one of [token, ada.mixthatToken]) {
    const headers = { Authorization: scheme + one };
    expect((await send(sandbox, "GET", `/api/v1${at}?v=1`, { headers })).status).toBe(200);
  }
});

test("answers 404 for an endpoint that it does not have", async () => {
  for (const path of ["/audio/m3u8", "/nothing"])
    expect(await callMixthat(sandbox, "POST", path)).toMatchObject({
      status: 404,
      body: { message: "Not Found" },
    });
});

test("lets other people's pages read a track, and nothing else", async () => {
  const origin = { Origin: "https://blog.test" };
  const preflight = await send(sandbox, "OPTIONS", `/api/v1${at}`, {
    headers: { ...origin, "Access-Control-Request-Headers": "authorization" },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("Access-Control-Allow-Headers")).toMatch(/authorization/i);
  const allowed = async (method: string, path: string, token: string | null) => {
    const { headers } = await callMixthat(sandbox, method, path, { token, headers: origin });
    return headers.get("Access-Control-Allow-Origin");
  };
  for (const token of [ada.mixthatToken, null]) expect(await allowed("GET", at, token)).toBe("*");
  for (const path of ["/tracks", `${at}/shares`, `${at}/mixes`])
    expect(await allowed("GET", path, ada.mixthatToken)).toBeNull();
  expect(await allowed("DELETE", at, null)).toBeNull();
});
