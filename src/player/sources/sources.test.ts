// @vitest-environment node
import { afterAll, beforeAll, expect, test } from "vitest";
import { mixthatPublicTrack, mixthatStemTrack } from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { share, shareMixthat } from "../../../sandbox/test-client.ts";
import { aitronosSource } from "../../providers/aitronos/player-source.ts";
import type { ResolvedSource, ShareResult } from "../../providers/contract/player-source.ts";
import { classifyStatus, fetchJson } from "../net/fetch-json.ts";
import { parseSourceUrl } from "../net/safe-urls.ts";
import { resolveSource } from "./index.ts";
import type { SourceRequest } from "./source.ts";
import { resolveStems } from "./stem-elements.ts";

const page = "https://blog.example/post/";
const { signal } = new AbortController();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

function resolve(src: string, more: Partial<SourceRequest> = {}): ResolvedSource | null {
  const request = { src, ...more };
  const address = parseSourceUrl(src, page);
  return (
    (address && aitronosSource(address, { classifyStatus, fetchJson })) ??
    resolveSource(request, page)
  );
}
async function fetchShare(src: string, more: Partial<SourceRequest> = {}): Promise<ShareResult> {
  const resolved = resolve(src, more);
  if (!resolved) throw new Error(`No source for ${src}.`);
  return resolved.fetchShare(signal);
}
const kindOf = (result: ShareResult): string => (result.ok ? "share" : result.failure.kind);
const firstOf = (result: ShareResult) => (result.ok ? result.shared.tracks[0] : undefined);

test("resolves all forms of a Mix That link to one URL", async () => {
  const { token } = await shareMixthat(sandbox);
  const { origin } = sandbox;
  const forms = [
    `${origin}/tracks/${mixthatStemTrack.id}?auth_token=${token}`,
    `${origin}/api/v1/tracks/${mixthatStemTrack.id}?auth_token=${token}`,
    `${origin}/api/v1/tracks/${mixthatStemTrack.id}/?auth_token=${token}&state=e30`,
  ];
  for (const form of forms) {
    expect(resolve(form)?.linkAddress).toBe(forms[0]);
    const track = firstOf(await fetchShare(form));
    expect(track?.title).toBe(mixthatStemTrack.label);
    expect(track?.stems.map(({ label }) => label)).toEqual(["drums", "bass", "chords", "melody"]);
    for (const { url, peaksUrl } of track?.stems ?? []) {
      expect(url).toMatch(/playlist\.m3u8\?/);
      expect(peaksUrl).toMatch(/waveforms/);
    }
  }
  const requests = sandbox
    .ledger()
    .requests.filter(({ path }) => path.startsWith("/api/v1/tracks/"));
  expect(requests.every(({ path }) => !path.includes(token))).toBe(true);
});

test("reports why a Mix That link does not play", async () => {
  const { token } = await shareMixthat(sandbox);
  const link = `${sandbox.origin}/tracks/${mixthatStemTrack.id}`;
  expect(kindOf(await fetchShare(`${sandbox.origin}/tracks/${mixthatPublicTrack.id}`))).toBe(
    "share",
  );
  expect(kindOf(await fetchShare(`${sandbox.origin}/tracks/zzzzzz?auth_token=${token}`))).toBe(
    "removed",
  );
  sandbox.shiftClock(5 * 86_400_000);
  expect(kindOf(await fetchShare(`${link}?auth_token=${token}`))).toBe("expired");
  sandbox.shiftClock(0);
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { status: 403 } });
  expect(kindOf(await fetchShare(`${link}?auth_token=${token}`))).toBe("revoked");
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { replace: '{"files": 3}' } });
  expect(kindOf(await fetchShare(`${link}?auth_token=${token}`))).toBe("malformed");
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { close: true } });
  expect(kindOf(await fetchShare(`${link}?auth_token=${token}`))).toBe("unreachable");
});

test("reads a share of Aitronos", async () => {
  const { url } = await share(sandbox);
  expect(resolve(url)?.linkAddress).toBe(url);
  expect(firstOf(await fetchShare(url))?.stems).toEqual([]);
});

test.each([
  ["https://files.example/a/My%20Song_1.mp3?sig=2", "My Song 1", false],
  ["song.flac", "song", false],
  ["https://files.example/stream/list.m3u8", "list", true],
])("takes %s for audio", async (src, title, isList) => {
  const track = firstOf(await fetchShare(src));
  expect(track).toMatchObject({ title, isList, playbackUrl: new URL(src, page).href });
});

test("uses the MIME type and label of the page for a URL without a known suffix", async () => {
  const src = "https://files.example/sound/42";
  expect(resolve(src)).toBeNull();
  expect(firstOf(await fetchShare(src, { mimeType: "audio/mpeg", label: "Take 42" }))?.title).toBe(
    "Take 42",
  );
  expect(
    firstOf(await fetchShare(src, { mimeType: "application/vnd.apple.mpegurl" }))?.isList,
  ).toBe(true);
});

test("resolves a document without fetching it", async () => {
  const url = "https://docs.studio.example/share/cks_0123";
  expect(resolve(url)).toMatchObject({ linkAddress: url, document: { title: null, url } });
});

test("resolves the stems of a page", async () => {
  const stem = { volume: 0.5, muted: true };
  const stems = [
    { label: "Drums", src: "drums.mp3", ...stem },
    { label: "", src: "/stems/bass_line.m3u8", ...stem },
  ];
  const resolved = resolveStems(stems, { src: "", label: "Sketch" }, page);
  expect(resolved && firstOf(await resolved.fetchShare(signal))).toMatchObject({
    title: "Sketch",
    stems: [
      { label: "Drums", url: `${page}drums.mp3`, volume: 0.5, muted: true },
      { label: "bass line", url: "https://blog.example/stems/bass_line.m3u8" },
    ],
  });
  const wrong = [...stems, { label: "x", src: "javascript:alert(1)", ...stem }];
  expect(resolveStems(wrong, { src: "" }, page)).toBeNull();
});

test.each([
  "",
  "http://files.example/a.mp3",
  "https://user:word@files.example/a.mp3",
  "javascript:alert(1)//a.mp3",
  "data:audio/mpeg;base64,AAAA",
  "https://files.example/page.html",
  "https://app.mixthat.co/tracks/longer7",
])("refuses %j", (src) => {
  expect(resolve(src)).toBeNull();
});
