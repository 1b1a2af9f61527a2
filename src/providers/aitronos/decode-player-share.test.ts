// @vitest-environment node
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  collectionShare,
  removedShare,
  trackShare,
  trackView,
} from "../../../test/kits/player-examples.ts";
import { bareTrack } from "../contract/player-source.ts";
import { decodePlayerShare, findErrorStatus } from "./decode-player-share.ts";

const kindOf = (body: unknown): string => {
  const answer = decodePlayerShare(body, false);
  return answer.ok ? "share" : answer.failure.kind;
};

test("reads a track", () => {
  expect(decodePlayerShare(trackShare, false)).toEqual({
    ok: true,
    shared: {
      kind: "track",
      name: null,
      tracks: [
        {
          ...bareTrack,
          title: "Morning Light",
          seconds: 184.2,
          playbackUrl: "https://storage.example/a.mp3?sig=1",
          credit: { licence: "personal_only" },
        },
      ],
    },
  });
});

test("reads a collection, in its order", () => {
  const answer = decodePlayerShare(collectionShare, false);
  expect(answer).toMatchObject({
    ok: true,
    shared: { kind: "collection", name: "Harbour Sessions" },
  });
  expect(answer.ok && answer.shared.tracks.map(({ title }) => title)).toEqual([
    "Morning Light",
    null,
  ]);
});

test("title, duration and licence may be missing", () => {
  const track = { playback_url: trackView.playback_url };
  expect(decodePlayerShare({ ...trackShare, track }, false)).toMatchObject({
    shared: { tracks: [{ title: null, seconds: null, credit: null }] },
  });
});

test("has a credit only when the licence requires attribution", () => {
  const licence = { ...trackView.licence, requires_attribution: false };
  const answer = decodePlayerShare({ ...trackShare, track: { ...trackView, licence } }, false);
  expect(answer.ok && answer.shared.tracks[0]?.credit).toBeNull();
});

test("removed content is a failure with the service's message", () => {
  expect(decodePlayerShare(removedShare, false)).toEqual({
    ok: false,
    failure: { kind: "removed", message: "The creator removed this track." },
  });
  expect(kindOf({ available: false })).toBe("removed");
});

test.each([
  ["no-sound", { ...trackShare, track: { ...trackView, playback_url: null } }],
  ["no-sound", { ...trackShare, track: { ...trackView, playback_url: "javascript:alert(1)" } }],
  ["no-sound", { ...trackShare, track: { ...trackView, playback_url: "http://127.0.0.1/a" } }],
  ["no-sound", { ...collectionShare, tracks: [] }],
  ["malformed", { ...trackShare, track: null }],
  ["malformed", { ...trackShare, kind: "playlist" }],
  ["malformed", { ...trackShare, available: "yes" }],
  ["malformed", { ...trackShare, track: { ...trackView, measured_duration_seconds: "184" } }],
  ["malformed", { ...collectionShare, tracks: null }],
  ["malformed", undefined],
  ["malformed", null],
  ["malformed", []],
  ["malformed", Object.create(trackShare)],
  ["malformed", JSON.parse('{"__proto__": {"available": true, "kind": "track"}}')],
])("%s for %j", (kind, body) => {
  expect(kindOf(body)).toBe(kind);
});

test("finds the status in an error envelope, whatever the status of the response", () => {
  expect(
    findErrorStatus({ success: false, error: { code: "RESOURCE_NOT_FOUND", status: 404 } }),
  ).toBe(404);
  expect(findErrorStatus(trackShare)).toBeNull();
  expect(findErrorStatus({ success: true, error: { status: 404 } })).toBeNull();
});

test("1,000 arbitrary bodies never throw", () => {
  const near = fc.record(
    {
      kind: fc.oneof(fc.constantFrom("track", "collection"), fc.anything()),
      available: fc.oneof(fc.boolean(), fc.anything()),
      message: fc.oneof(fc.string(), fc.anything()),
      track: fc.oneof(fc.object(), fc.constant(trackView), fc.anything()),
      tracks: fc.oneof(fc.array(fc.oneof(fc.constant(trackView), fc.anything())), fc.anything()),
      collection: fc.anything(),
      error: fc.anything(),
      success: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(near, fc.anything(), fc.jsonValue()), fc.boolean(), (body, plain) => {
      const answer = decodePlayerShare(body, plain);
      findErrorStatus(body);
      return answer.ok ? answer.shared.tracks.length > 0 : answer.failure.kind.length > 0;
    }),
    { numRuns: 1000 },
  );
});
