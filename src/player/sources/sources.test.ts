// @vitest-environment node
import { afterAll, beforeAll, expect, it } from "vitest";
import { mixthatPublicTrack, mixthatStemTrack } from "../../../sandbox/accounts.ts";
import { share, shareMixthat } from "../../../sandbox/test-kit.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { publicAddress } from "../net/address.ts";
import { aitronos } from "./aitronos.ts";
import { openingFor } from "./index.ts";
import { pageStems } from "./stems.ts";
import type { Answer, Asked, Opening } from "./source.ts";

const page = "https://blog.example/post/";
const { signal } = new AbortController();
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());

function read(src: string, more: Partial<Asked> = {}): Opening | null {
  const asked = { src, ...more };
  const address = publicAddress(src, page);
  return (address && aitronos(address, asked)) ?? openingFor(asked, page);
}
async function ask(src: string, more: Partial<Asked> = {}): Promise<Answer> {
  const opening = read(src, more);
  if (!opening) throw new Error(`Nobody knows ${src}.`);
  return opening.ask(signal);
}
const kindOf = (answer: Answer): string => (answer.ok ? "share" : answer.failure.kind);
const firstOf = (answer: Answer) => (answer.ok ? answer.shared.tracks[0] : undefined);

it("reads a Mix That link in all its forms as one", async () => {
  const { token } = await shareMixthat(sandbox);
  const { origin } = sandbox;
  const forms = [
    `${origin}/tracks/${mixthatStemTrack.id}?auth_token=${token}`,
    `${origin}/api/v1/tracks/${mixthatStemTrack.id}?auth_token=${token}`,
    `${origin}/api/v1/tracks/${mixthatStemTrack.id}/?auth_token=${token}&state=e30`,
  ];
  for (const form of forms) {
    expect(read(form)?.linkAddress).toBe(forms[0]);
    const track = firstOf(await ask(form));
    expect(track?.title).toBe(mixthatStemTrack.label);
    expect(track?.stems.map(({ label }) => label)).toEqual(["drums", "bass", "chords", "melody"]);
    for (const { url, peaksUrl } of track?.stems ?? []) {
      expect(url).toMatch(/playlist\.m3u8\?/);
      expect(peaksUrl).toMatch(/waveforms/);
    }
  }
  const asked = sandbox.ledger().requests.filter(({ path }) => path.startsWith("/api/v1/tracks/"));
  expect(asked.every(({ path }) => !path.includes(token))).toBe(true);
});

it("says what has become of a Mix That link", async () => {
  const { token } = await shareMixthat(sandbox);
  const link = `${sandbox.origin}/tracks/${mixthatStemTrack.id}`;
  expect(kindOf(await ask(`${sandbox.origin}/tracks/${mixthatPublicTrack.id}`))).toBe("share");
  expect(kindOf(await ask(`${sandbox.origin}/tracks/zzzzzz?auth_token=${token}`))).toBe("removed");
  sandbox.shiftClock(5 * 86_400_000);
  expect(kindOf(await ask(`${link}?auth_token=${token}`))).toBe("expired");
  sandbox.shiftClock(0);
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { status: 403 } });
  expect(kindOf(await ask(`${link}?auth_token=${token}`))).toBe("revoked");
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { replace: '{"files": 3}' } });
  expect(kindOf(await ask(`${link}?auth_token=${token}`))).toBe("malformed");
  sandbox.faults.add({ path: "/api/v1/tracks/", do: { close: true } });
  expect(kindOf(await ask(`${link}?auth_token=${token}`))).toBe("unreachable");
});

it("reads a share of Aitronos", async () => {
  const { url } = await share(sandbox);
  expect(read(url)?.linkAddress).toBe(url);
  expect(firstOf(await ask(url))?.stems).toEqual([]);
});

it.each([
  ["https://files.example/a/My%20Song_1.mp3?sig=2", "My Song 1", false],
  ["song.flac", "song", false],
  ["https://files.example/stream/list.m3u8", "list", true],
])("takes %s for sound", async (src, title, isList) => {
  const track = firstOf(await ask(src));
  expect(track).toMatchObject({ title, isList, playbackUrl: new URL(src, page).href });
});

it("believes the page about an address that does not show what it is", async () => {
  const src = "https://files.example/sound/42";
  expect(read(src)).toBeNull();
  expect(firstOf(await ask(src, { kind: "audio/mpeg", label: "Take 42" }))?.title).toBe("Take 42");
  expect(firstOf(await ask(src, { kind: "application/vnd.apple.mpegurl" }))?.isList).toBe(true);
});

it("makes a card of a document, and never opens it", async () => {
  const url = "https://docs.studio.example/share/cks_0123";
  expect(read(url)).toMatchObject({ linkAddress: url, document: { title: null, url } });
});

it("reads the stems a page gives", async () => {
  const stem = { volume: 0.5, muted: true };
  const stems = [
    { label: "Drums", src: "drums.mp3", ...stem },
    { label: "", src: "/stems/bass_line.m3u8", ...stem },
  ];
  const opening = pageStems(stems, { src: "", label: "Sketch" }, page);
  expect(opening && firstOf(await opening.ask(signal))).toMatchObject({
    title: "Sketch",
    stems: [
      { label: "Drums", url: `${page}drums.mp3`, volume: 0.5, muted: true },
      { label: "bass line", url: "https://blog.example/stems/bass_line.m3u8" },
    ],
  });
  const wrong = [...stems, { label: "x", src: "javascript:alert(1)", ...stem }];
  expect(pageStems(wrong, { src: "" }, page)).toBeNull();
});

it.each([
  "",
  "http://files.example/a.mp3",
  "https://user:word@files.example/a.mp3",
  "javascript:alert(1)//a.mp3",
  "data:audio/mpeg;base64,AAAA",
  "https://files.example/page.html",
  "https://app.mixthat.co/tracks/longer7",
])("knows nothing of %j", (src) => {
  expect(read(src)).toBeNull();
});
