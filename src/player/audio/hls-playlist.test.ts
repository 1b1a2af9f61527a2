import { expect, it } from "vitest";
import { PlaybackError } from "../net/playback-error.ts";
import { readMediaList, segmentAt } from "./hls-playlist.ts";

const at = "https://media.example/a/list.m3u8?sig=1";
const list = (...lines: string[]): string =>
  ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:6", ...lines, "#EXT-X-ENDLIST"].join("\n");

const read = (text: string) => readMediaList(new TextEncoder().encode(text), at);

it("knows a playlist when it sees one", () => {
  expect(read(`\n${list("#EXTINF:6,", "s.aac")}`)).toHaveLength(1);
  for (const other of ["ID3", "", "EXTM3U"]) expect(read(other)).toBeNull();
});

it("knows which segment sounds at a place", () => {
  const segments = read(list("#EXTINF:2,", "a", "#EXTINF:3,", "b", "#EXTINF:1,", "c")) ?? [];
  const places = [0, 1.9, 2, 4.9, 5, 5.9, 6, 60];
  expect(places.map((place) => segmentAt(segments, place))).toEqual([0, 0, 1, 1, 2, 2, 2, 2]);
  const file = { url: at, range: null, seconds: null, map: null };
  expect([0, 1000].map((place) => segmentAt([file], place))).toEqual([0, 0]);
});

it("reads segments, relative to the playlist", () => {
  expect(
    read(list("#EXTINF:6.013968,", "s-0.aac?sig=2", "#EXTINF:5.9,A title", "/b/s-1.aac")),
  ).toEqual([
    { url: "https://media.example/a/s-0.aac?sig=2", range: null, seconds: 6.013968, map: null },
    { url: "https://media.example/b/s-1.aac", range: null, seconds: 5.9, map: null },
  ]);
});

it("reads ranges and what goes before fragmented MP4, and leaves out what is empty", () => {
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
  const map = { url: "https://media.example/a/init.mp4", range: [0, 720] };
  expect(read(text)).toMatchObject([
    { range: [720, 1720], map },
    { range: [1720, 2220], map },
  ]);
});

it.each([
  ["format", list("#EXT-X-STREAM-INF:BANDWIDTH=1", "low.m3u8")],
  ["format", list('#EXT-X-KEY:METHOD=AES-128,URI="k"', "#EXTINF:6,", "s.aac")],
  ["malformed", list()],
  ["malformed", list("s.aac")],
  ["malformed", list("#EXTINF:6,", "http://media.example/s.aac")],
  ["malformed", list("#EXTINF:6,", "javascript:alert(1)")],
])("refuses with %s", (kind, text) => {
  const refused = (): unknown => read(text);
  expect(refused).toThrow(PlaybackError);
  expect(refused).toThrow(kind);
});
