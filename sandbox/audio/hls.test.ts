// @vitest-environment node
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { mixthatStemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callMixthat } from "../test-client.ts";
import type { Json } from "../test-client.ts";

const folder = mkdtempSync(join(tmpdir(), "segments-"));
let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

const rate = 44_100;
const music = new URL("../music/", import.meta.url);

async function linkOf(label: string, rel: string): Promise<string> {
  const { body } = await callMixthat(sandbox, "GET", `/tracks/${mixthatStemTrack.id}`);
  const files = body["files"] as unknown as Json[];
  const links = files.find((file) => String(file["label"]) === label)?.["$links"];
  const link = (links as unknown as { rel: string; href: string }[]).find((one) => one.rel === rel);
  return link?.href ?? "";
}

/** Left channel of an MP3 file. */
function decode(bytes: Buffer): Float32Array {
  const file = join(folder, "segment.mp3");
  writeFileSync(file, bytes);
  const output = execFileSync("ffmpeg", ["-v", "error", "-i", file, "-f", "f32le", "pipe:1"], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const samples = new Float32Array(output.buffer.slice(output.byteOffset), 0, output.length >> 2);
  return samples.filter((_, index) => index % 2 === 0);
}

async function readPlaylist(address: string) {
  const answer = await fetch(address);
  const text = await answer.text();
  const lines = text.split("\n");
  const seconds = [...text.matchAll(/#EXTINF:([\d.]+),/g)].map(([, value]) => Number(value));
  const segments = lines.filter((line) => line !== "" && !line.startsWith("#"));
  return { answer, lines, seconds, segments: segments.map((line) => new URL(line, address).href) };
}

describe.each(["drums", "melody", "Mix"])("the playlist of %s", (label) => {
  test("is a finished media playlist for any origin", async () => {
    const { answer, lines, seconds, segments } = await readPlaylist(await linkOf(label, "m3u8"));
    expect(answer.headers.get("Content-Type")).toBe("application/vnd.apple.mpegurl");
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(lines.slice(0, 3)).toEqual(["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:4"]);
    expect(lines.at(-2)).toBe("#EXT-X-ENDLIST");
    expect(lines.join()).not.toMatch(/EXT-X-(KEY|MAP|BYTERANGE|STREAM-INF)/);
    expect(segments).toHaveLength(5);
    for (const one of seconds) expect(Math.round(one)).toBeLessThanOrEqual(4);
    expect(seconds.reduce((sum, one) => sum + one)).toBeCloseTo(20, 4);
  });

  test("leads to segments that decode, one after the other, to the very same sound", async () => {
    const { seconds, segments } = await readPlaylist(await linkOf(label, "m3u8"));
    const name = label === "Mix" ? "lantern" : `lantern-${label}`;
    const whole = decode(readFileSync(new URL(`${name}.mp3`, music)));
    let at = 0;
    for (const [index, segment] of segments.entries()) {
      const answer = await fetch(segment);
      expect(answer.headers.get("Content-Type")).toBe("audio/mpeg");
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.toString("latin1", 0, 60)).toContain("com.apple.streaming");
      const samples = decode(bytes);
      expect(samples.length / rate).toBeCloseTo(seconds[index] ?? 0, 5);
      let worst = 0;
      for (const [i, sample] of samples.entries())
        worst = Math.max(worst, Math.abs(sample - (whole[at + i] ?? Infinity)));
      expect(worst).toBe(0);
      at += samples.length;
    }
    expect(at).toBe(whole.length);
  });
});

describe("a waveform", () => {
  test("is as the sound is: twenty pairs of 8 bits a second", async () => {
    const answer = await fetch(await linkOf("melody", "waveform"));
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const { data: pairs, ...rest } = (await answer.json()) as { data: number[] };
    const shape = { version: 2, channels: 1, sample_rate: rate, samples_per_pixel: 2205, bits: 8 };
    expect(rest).toEqual({ ...shape, length: 400 });
    expect(pairs).toHaveLength(800);
    for (let i = 0; i < 800; i += 2) expect(pairs[i]).toBeLessThanOrEqual(pairs[i + 1] ?? -200);
    expect(Math.max(...pairs)).toBeGreaterThan(40);
    expect(Math.max(...pairs)).toBeLessThan(128);
  });

  test("takes little room", () => {
    const sizes = readdirSync(music)
      .filter((name) => name.endsWith(".peaks.json"))
      .map((name) => statSync(new URL(name, music)).size);
    expect(sizes).toHaveLength(8);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(60_000);
  });
});

describe("signatures", () => {
  test("are needed, belong to one path, and end", async () => {
    const playlist = await linkOf("drums", "m3u8");
    const { segments } = await readPlaylist(playlist);
    const waveform = await linkOf("drums", "waveform");
    for (const address of [playlist, segments[0] ?? "", waveform]) {
      const wrong = [
        address.replace(/\?.*/, ""),
        address.replace(/sig=./, "sig=x"),
        address.replace("lantern-drums", "lantern-bass"),
        address.replace("/0.mp3", "/1.mp3").replace(/\.(m3u8|json)\?/, ".x?"),
      ];
      for (const one of wrong) {
        const answer = await fetch(one);
        expect([one, answer.status]).toEqual([one, 403]);
        expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*");
      }
    }
    sandbox.shiftClock(601_000);
    for (const address of [playlist, segments[0] ?? "", waveform])
      expect((await fetch(address)).status).toBe(403);
  });

  test("are in no log", async () => {
    await fetch(await linkOf("drums", "m3u8"));
    const paths = sandbox.ledger().requests.map(({ path }) => path);
    expect(paths).toContain("/audio/hls/lantern-drums/playlist.m3u8");
  });
});
