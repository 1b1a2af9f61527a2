// @vitest-environment node
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";
import { parseRange } from "./audio.ts";

const folder = mkdtempSync(join(tmpdir(), "widget-"));
let sandbox: Sandbox;
beforeAll(async () => {
  const playerFolder = join(folder, "widget");
  mkdirSync(playerFolder);
  writeFileSync(join(playerFolder, "player.js"), "export {};");
  writeFileSync(join(folder, "secret.txt"), "secret");
  sandbox = await startSandbox({ playerFolder });
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const file = readFileSync(new URL("../music/lantern.mp3", import.meta.url));

async function playbackUrl(): Promise<string> {
  const { token } = await share(sandbox);
  const { body } = await call(sandbox, "GET", `/shared/${token}`);
  return String(body["track"]?.["playback_url"]);
}

describe("signed audio", () => {
  test("gives the whole file to any origin", async () => {
    const answer = await fetch(await playbackUrl());
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("audio/mpeg");
    expect(answer.headers.get("Content-Length")).toBe(String(file.length));
    expect(answer.headers.get("Accept-Ranges")).toBe("bytes");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(file.equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
  });

  test.each([
    ["bytes=0-99", 0, 99],
    ["bytes=1000-", 1000, file.length - 1],
    ["bytes=-50", file.length - 50, file.length - 1],
    ["bytes=0-999999999", 0, file.length - 1],
  ])("answers %s with 206", async (range, start, end) => {
    const answer = await fetch(await playbackUrl(), { headers: { Range: range } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get("Content-Range")).toBe(`bytes ${start}-${end}/${file.length}`);
    const part = Buffer.from(await answer.arrayBuffer());
    expect(part.equals(file.subarray(start, end + 1))).toBe(true);
  });

  test("answers 416 beyond the end", async () => {
    const answer = await fetch(await playbackUrl(), { headers: { Range: "bytes=99999999-" } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get("Content-Range")).toBe(`bytes */${file.length}`);
  });

  test("reads ranges", () => {
    expect(parseRange(undefined, 10)).toBeNull();
    expect(parseRange("bytes=-", 10)).toBeNull();
    expect(parseRange("bytes=0-1,3-4", 10)).toBeNull();
    expect(parseRange("bytes=-0", 10)).toBe("none");
    expect(parseRange("bytes=5-4", 10)).toBe("none");
    expect(parseRange("bytes=-99", 10)).toEqual([0, 9]);
  });

  test("refuses a wrong signature, another file and another time", async () => {
    const url = await playbackUrl();
    const wrong = [
      url.replace(/sig=./, "sig=x"),
      url.replace(/&sig=.*/, ""),
      url.replace(/\?.*/, ""),
      url.replace("lantern.mp3", "meadow.mp3"),
      url.replace(/expires=\d/, "expires=9"),
    ];
    for (const one of wrong) expect((await fetch(one)).status).toBe(403);
  });

  test("ends after ten minutes, or as soon as a test wants", async () => {
    const url = await playbackUrl();
    sandbox.shiftClock(599_000);
    expect((await fetch(url)).status).toBe(200);
    sandbox.shiftClock(601_000);
    const late = await fetch(url);
    expect(late.status).toBe(403);
    expect(late.headers.get("Access-Control-Allow-Origin")).toBe("*");
    sandbox.set({ signedUrlSeconds: 0 });
    expect((await fetch(await playbackUrl())).status).toBe(403);
  });
});

describe("widget", () => {
  test("is served to any origin, and nothing beside it is", async () => {
    const answer = await fetch(`${sandbox.origin}/widget/player.js`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toMatch("text/javascript");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    for (const path of ["missing.js", "..%2fsecret.txt", "%2e%2e/secret.txt", "%"])
      expect((await fetch(`${sandbox.origin}/widget/${path}`)).status).toBeGreaterThanOrEqual(400);
  });
});
