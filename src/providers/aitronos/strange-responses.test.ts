import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "../../http/client.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import type { Result } from "../../model/failure.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Connection } from "../contract/adapter.ts";
import { providerFacts } from "../facts.ts";
import { aitronos } from "./adapter.ts";

const origin = "https://api.aitronos.com";
const request = {
  track: "mtrack_a",
  terms: getDefaultTerms(providerFacts.aitronos.terms),
  nonce: "0000000000",
  now: 0,
};

/** Mostly one of these, as documented; sometimes anything. */
const mostly = (...right: unknown[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.anything() },
  );
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof({ weight: 3, arbitrary: fc.record(fields) }, fc.record(fields, { requiredKeys: [] }));
const time = mostly("2026-01-01T00:00:00Z", "+275760-09-13T00:00:00.000Z", null);
const fields = {
  id: mostly("mslink_1", "mtrack_1"),
  track_id: mostly("mtrack_1"),
  token: mostly("shr_1", "a/../b", "javascript:x"),
  url: mostly("javascript:alert(1)", "https://evil.example/x"),
  visibility: mostly("link_only", "public"),
  source: mostly("own", "shared"),
  expires_at: time,
  created_at: mostly("2026-01-01T00:00:00Z"),
  success: mostly(true, false),
  title: mostly("Song", null, "<b>"),
  measured_duration_seconds: mostly(20, null, -1),
  playback_url: mostly("https://cdn.example/a.mp3", "javascript:alert(1)", "data:,", null),
  stem_urls: mostly({ drums: "https://cdn.example/d.mp3", bass: "file:///x" }, null),
  available: mostly(true, false),
  message: mostly("Removed", null),
};
const near = some({
  ...fields,
  track: fc.oneof(some(fields), fc.constant(null)),
  tracks: fc.oneof(fc.array(some(fields), { maxLength: 3 }), fc.constant(null)),
  items: fc.oneof(
    { weight: 4, arbitrary: fc.array(some(fields), { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.anything() },
  ),
  error: fc.oneof(fc.record({ code: mostly("INVALID_API_KEY") }), fc.anything()),
});
/** fc.anything has bigints; those are no JSON. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) => (typeof each === "bigint" ? `${each}` : each)) ??
  "";
const answer: fc.Arbitrary<RawResponse> = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(200, 201) },
    fc.constantFrom(204, 302, 401, 403, 404, 422, 429, 500),
  ),
  body: fc.oneof({ weight: 4, arbitrary: near.map(asJson) }, fc.json(), fc.string()),
  complete: fc.boolean(),
});

const link = { provider: "aitronos", origin, token: "shr_1" } as const;
const asking: Record<string, (at: Connection) => Promise<Result<unknown>>> = {
  check: aitronos.check,
  track: (at) => aitronos.track(at, "mtrack_1"),
  sound: (at) => aitronos.getAudio(at, "mtrack_1"),
  share: (at) => aitronos.share(at, request),
  revoke: (at) => aitronos.revoke(at, { id: "mslink_1", track: "mtrack_1" }),
  save: (at) => aitronos.save(at, { track: "mtrack_1" }),
  "save from a link": (at) => aitronos.save(at, { link }),
  unsave: (at) => aitronos.unsave(at, "mtrack_1"),
  library: (at) => aitronos.library(at, null),
  open: ({ client }) => aitronos.open(client, link),
};

test("10,000 arbitrary responses to every request result in values or failures, without addresses of other hosts", async () => {
  const good = Object.fromEntries(Object.keys(asking).map((name) => [name, 0]));
  await fc.assert(
    fc.asyncProperty(answer, async (raw) => {
      const client: Client = { origin, send: async (call) => decodeResponse(call, raw, null) };
      for (const [name, ask] of Object.entries(asking)) {
        const result = await ask({ client, settings: { organization: "org_a" } });
        if (!result.ok) expect(result.failure.kind).toBeTypeOf("string");
        else {
          good[name] = (good[name] ?? 0) + 1;
          expect(asJson(result.value)).not.toMatch(/"(?:url|mix)":"(?!https:)/);
        }
        if (name !== "share") continue;
        const read = aitronos.readShare(origin, request, raw);
        expect(read).toEqual(result);
        if (read.ok)
          expect(read.value.url).toMatch(
            /^https:\/\/api\.aitronos\.com\/v1\/music\/shared\/[\w-]+$/,
          );
      }
    }),
    { numRuns: 10_000 },
  );
  // Answers so strange that nothing could be read would prove nothing.
  for (const [name, times] of Object.entries(good))
    expect([name, times > 100]).toEqual([name, true]);
}, 60_000);
