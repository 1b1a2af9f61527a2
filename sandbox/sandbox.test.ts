// @vitest-environment node
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ada, ben, stemTrack } from "./accounts.ts";
import { startSandbox } from "./sandbox.ts";
import type { Sandbox, SandboxOptions } from "./sandbox.ts";
import { call, share } from "./test-client.ts";

const running: Sandbox[] = [];
const folders: string[] = [];

async function start(options?: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  running.push(sandbox);
  return sandbox;
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-"));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe("a database file", () => {
  test("keeps shares, revocations and libraries over a restart", async () => {
    const file = join(makeFolder(), "sandbox.db");
    const first = await start({ file });
    const [kept, revoked] = [await share(first), await share(first)];
    await call(first, "DELETE", `/${ada.org}/share/${revoked.id}`, { person: ada });
    await call(first, "POST", `/shared/${kept.token}/save`, { person: ben });
    const { shares, library } = first.ledger();
    await first.stop();

    const second = await start({ file });
    expect(second.ledger()).toEqual({ shares, library, requests: [] });
    expect((await call(second, "GET", `/shared/${kept.token}`)).status).toBe(200);
    expect((await call(second, "GET", `/shared/${revoked.token}`)).status).toBe(404);
    second.reset();
    expect(second.ledger().shares).toEqual([]);
  });

  test("holds a hash of the token and never the token, nor a key", async () => {
    const folder = makeFolder();
    const sandbox = await start({ file: join(folder, "sandbox.db") });
    const { id, token } = await share(sandbox);
    const everything = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), "latin1"))
        .join("");
    for (const stopFirst of [false, true]) {
      if (stopFirst) await sandbox.stop();
      expect(everything()).toContain(id);
      expect(everything()).not.toContain(token.replace("shr_", ""));
      expect(everything()).not.toContain(ada.key);
    }
  });
});

describe("start and stop", () => {
  test("takes the port it is given, on the loopback only", async () => {
    const { port } = await start();
    await running.pop()?.stop();
    expect((await start({ port })).origin).toBe(`http://127.0.0.1:${port}`);
    await expect(startSandbox({ port })).rejects.toThrow("EADDRINUSE");
  });

  test("stops at once in the middle of a request, and commits nothing afterwards", async () => {
    const folder = makeFolder();
    const file = join(folder, "sandbox.db");
    const sandbox = await start({ file });
    sandbox.faults.add({ path: "/v1/", do: { hang: true } });
    sandbox.faults.add({ path: "/v1/", do: { delay: 60_000 } });
    const hung = [share(sandbox), share(sandbox)].map((one) => one.catch(String));
    await expect.poll(() => sandbox.ledger().requests.length).toBe(2);
    const begun = performance.now();
    await sandbox.stop();
    expect(performance.now() - begun).toBeLessThan(2000);
    expect(await Promise.all(hung)).toEqual([expect.any(String), expect.any(String)]);
    expect((await start({ file })).ledger().shares).toEqual([]);
  });

  test("may be stopped twice", async () => {
    const sandbox = await start();
    await Promise.all([sandbox.stop(), sandbox.stop()]);
    await expect(fetch(sandbox.origin)).rejects.toThrow("fetch failed");
  });

  test("answers to localhost as well", async () => {
    const { port } = await start();
    expect((await fetch(`http://localhost:${port}/tracks/${stemTrack.id}`)).status).toBe(200);
  });
});
