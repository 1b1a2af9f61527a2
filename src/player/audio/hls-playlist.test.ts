import { expect, test } from "vitest";
import { PlaybackError } from "../net/playback-error.ts";
import { parseMediaPlaylist, findSegment } from "./hls-playlist.ts";

const at = "https://media.example/a/list.m3u8?sig=1";
const list = (...lines: string[]): string =>
  ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:6", ...lines, "#EXT-X-ENDLIST"].join("\n");

const read = (text: string) => parseMediaPlaylist(new TextEncoder().encode(text), at);

test("recognizes a playlist", () => {
  expect(read(`\n${list("#EXTINF:6,", "s.aac")}`)).toHaveLength(1);
  for (const other of ["ID3", "", "EXTM3U"]) expect(read(other)).toBeNull();
});

test("finds the segment at a position", () => {
  const segments = read(list("#EXTINF:2,", "a", "#EXTINF:3,", "b", "#EXTINF:1,", "c")) ?? [];
  const positions = [0, 1.9, 2, 4.9, 5, 5.9, 6, 60];
  expect(positions.map((position) => findSegment(segments, position))).toEqual([
    0, 0, 1, 1, 2, 2, 2, 2,
  ]);
  const file = { url: at, range: null, seconds: null, initSegment: null };
  expect([0, 1000].map((position) => findSegment([file], position))).toEqual([0, 0]);
});

test("resolves the URLs of segments against that of the playlist", () => {
  expect(
    read(list("#EXTINF:6.013968,", "s-0.aac?sig=2", "#EXTINF:5.9,A title", "/b/s-1.aac")),
  ).toEqual([
    {
      url: "https://media.example/a/s-0.aac?sig=2",
      range: null,
      seconds: 6.013968,
      initSegment: null,
    },
    { url: "https://media.example/b/s-1.aac", range: null, seconds: 5.9, initSegment: null },
  ]);
});

test("reads byte ranges and initialization segments, and leaves out empty segments", () => {
  const text = list(
    '#EXT-X-MAP:URI="init.mp4",BYTERANGE="720@0"',
    "#EXTINF:6,",
    "#EXT-X-BYTERANGE:1000@720",
    "all.mp4",
    "#EXTINF:6,",
    "#EXT-X-BYTERANGE:500",
    "all.mp4",
    "#EXTINF:0.000000,",
    "all.mp4",
  );
  const initSegment = { url: "https://media.example/a/init.mp4", range: [0, 720] };
  expect(read(text)).toMatchObject([
    { range: [720, 1720], initSegment },
    { range: [1720, 2220], initSegment },
  ]);
});

test.each([
  ["format", list("#EXT-X-STREAM-INF:BANDWIDTH=1", "low.m3u8")],
  ["format", list('#EXT-X-KEY:METHOD=AES-128,URI="k"', "#EXTINF:6,", "s.aac")],
  ["malformed", list()],
  ["malformed", list("s.aac")],
  ["malformed", list("#EXTINF:6,", "http://media.example/s.aac")],
  ["malformed", list("#EXTINF:6,", "javascript:alert(1)")],
])("refuses with %s", (kind, text) => {
  const parse = (): unknown => read(text);
  expect(parse).toThrow(PlaybackError);
  expect(parse).toThrow(kind);
});
