import { expect, it } from "vitest";
import { Failed } from "./failed.ts";
import { isMediaList, readMediaList } from "./media-list.ts";

const at = "https://media.example/a/list.m3u8?sig=1";
const list = (...lines: string[]): string =>
  ["#EXTM3U", "#EXT-X-VERSION:3", "#EXT-X-TARGETDURATION:6", ...lines, "#EXT-X-ENDLIST"].join("\n");

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it("knows a playlist when it sees one", () => {
  expect(isMediaList(bytes(list()))).toBe(true);
  expect(isMediaList(bytes("ID3"))).toBe(false);
});

it("reads segments, relative to the playlist", () => {
  expect(
    readMediaList(
      list("#EXTINF:6.013968,", "s-0.aac?sig=2", "#EXTINF:5.9,A title", "/b/s-1.aac"),
      at,
    ),
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
  expect(readMediaList(text, at)).toMatchObject([
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
  const read = (): unknown => readMediaList(text, at);
  expect(read).toThrow(Failed);
  expect(read).toThrow(kind);
});
