// @vitest-environment node
import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, ben, stemTrack } from "./accounts.ts";
import type { Ledger } from "./ledger.ts";
import { startSandbox } from "./sandbox.ts";
import type { Sandbox } from "./sandbox.ts";
import { call, control, share } from "./test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

async function readLedger(): Promise<{ text: string; ledger: Ledger }> {
  const text = await (await fetch(`${sandbox.origin}/__sandbox/ledger`)).text();
  return { text, ledger: JSON.parse(text) as Ledger };
}

/** The status for a request whose Host or Origin is somebody else's; fetch would not send these. */
function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port: sandbox.port, path: "/__sandbox/ledger", headers };
    request(options, (answer) => resolve(answer.resume().statusCode))
      .on("error", reject)
      .end();
  });
}

describe("ledger", () => {
  test("tells what was committed, and who asked", async () => {
    const { id, token } = await share(sandbox, { expires_in_days: 2, visibility: "public" });
    await call(sandbox, "GET", `/shared/${token}?again=1`, {
      headers: {
        Origin: "https://blog.test",
        Referer: `https://blog.test/${token}`,
        Cookie: "a=b",
      },
    });
    await call(sandbox, "POST", `/shared/${token}/save`, { person: ben });
    const { text, ledger } = await readLedger();
    expect(ledger.shares).toEqual([
      {
        provider: "aitronos",
        id,
        track_id: stemTrack.id,
        collection_id: null,
        owner: "Ada",
        visibility: "public",
        expires_at: expect.any(String),
        created_at: expect.any(String),
        revoked_at: null,
        opens: 1,
      },
    ]);
    expect(ledger.library).toEqual([
      {
        provider: "aitronos",
        id: expect.stringMatching(/^mlib_/),
        user: "Ben",
        track_id: stemTrack.id,
        source: "shared",
        share_id: id,
        created_at: expect.any(String),
      },
    ]);
    const path = "/v1/music/shared/{token}";
    const silent = { origin: null, referer: null, cookie: null };
    const blog = {
      origin: "https://blog.test",
      referer: "https://blog.test/{token}",
      cookie: "a=b",
    };
    expect(ledger.requests.slice(1)).toEqual([
      { method: "GET", path, status: 200, user: null, hadKey: false, ...blog },
      { method: "POST", path: `${path}/save`, status: 201, user: "Ben", hadKey: true, ...silent },
    ]);
    expect(text).not.toContain(token.replace("shr_", ""));
    expect(text).not.toContain(ada.key);
    expect(text).not.toContain(ben.key);
  });

  test("notes audio, but neither pages nor controls, and at most a thousand requests", async () => {
    for (const path of ["/", "/tracks", "/__sandbox/ledger", "/audio/lantern.mp3?sig=x"])
      await fetch(sandbox.origin + path);
    expect(sandbox.ledger().requests).toMatchObject([{ path: "/audio/lantern.mp3", status: 403 }]);
    for (let i = 0; i < 1005; i++) await call(sandbox, "GET", `/shared/${i}`);
    expect(sandbox.ledger().requests).toHaveLength(1000);
  });
});

describe("controls", () => {
  test("puts the seed back", async () => {
    await share(sandbox);
    await call(sandbox, "DELETE", `/${ada.org}/tracks/${stemTrack.id}`, { person: ada });
    sandbox.faults.add({ path: "/", do: { status: 500 } });
    await control(sandbox, "POST", "/clock", { offsetMs: 1e9 });
    await control(sandbox, "POST", "/settings", { requestsPerMinute: 0, signedUrlSeconds: 1 });
    expect(await control(sandbox, "POST", "/reset")).toBe(200);
    expect(sandbox.ledger()).toEqual({ shares: [], library: [], requests: [] });
    const { body } = await share(sandbox);
    expect(Math.abs(Date.parse(String(body["created_at"])) - Date.now())).toBeLessThan(5000);
  });

  test("refuses what it cannot read", async () => {
    expect(await control(sandbox, "POST", "/clock", { offsetMs: "soon" })).toBe(400);
    expect(await control(sandbox, "POST", "/clock")).toBe(400);
  });

  test("obeys nobody from elsewhere", async () => {
    const own = `127.0.0.1:${sandbox.port}`;
    expect(await statusWith({ Host: own })).toBe(200);
    expect(await statusWith({ Host: `localhost:${sandbox.port}` })).toBe(200);
    expect(await statusWith({ Host: `evil.test:${sandbox.port}` })).toBe(403);
    expect(await statusWith({ Host: `127.0.0.1.evil.test` })).toBe(403);
    expect(await statusWith({ Host: own, Origin: "https://evil.test" })).toBe(403);
    expect(await statusWith({ Host: own, Origin: "null" })).toBe(403);
  });
});
