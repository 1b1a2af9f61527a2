import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "../../http/client.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import type { Result } from "../../model/failure.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { mixthat } from "./adapter.ts";

const origin = "https://app.mixthat.co";
const request: ShareRequest = {
  track: "Lntrn1",
  terms: {
    visibility: "link-only",
    expiresInDays: 3,
    name: "Demo",
    permissions: ["mix"],
    recipient: null,
    message: null,
  },
  nonce: "0123456789",
  now: 1_700_000_000_000,
};

const strange = fc.oneof(
  fc.constantFrom(
    "+275760-09-13T00:00:00.000Z",
    "//evil.example/x",
    "javascript:alert(1)",
    "/api/v1/jobs/../tracks",
    "https://[",
    "..",
    "",
  ),
  fc.anything(),
);
/** Mostly one of these, as documented; sometimes anything. */
const mostly = (...right: unknown[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, { weight: 1, arbitrary: strange });
const mostlyOf = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: strange });
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.oneof({ weight: 3, arbitrary: fc.record(fields) }, fc.record(fields, { requiredKeys: [] }));
const time = mostly("2026-01-01T00:00:00Z", "9999-12-31T23:59:59Z", null);

const links = fc.array(
  some({
    rel: mostly("next", "job", "m3u8", "waveform", "download", "self"),
    href: mostly(
      "/api/v1/jobs/abc123",
      "?last_key=YQ==",
      "?next=a+b",
      "https://cdn.example/x",
      "data:,",
    ),
  }),
  { maxLength: 4 },
);
const file = some({
  file_id: mostly("f-bass"),
  label: mostly("Bass", null),
  type: mostly("STEM", "MIX"),
  index: mostly(0, 1, 2),
  volume: mostly(0, 0.5, 1),
  muted: mostly(true, false),
  $links: mostlyOf(links),
});
const files = mostlyOf(fc.array(file, { maxLength: 3 }));
const item = some({
  track_id: mostly("Lntrn1"),
  label: mostly("Lantern Room"),
  token_id: mostly("tracks:Lntrn1:shares:abc", "tracks:../x:shares:1"),
  mix_id: mostly("mix1"),
  name: mostly("Demo · 0123456789", "Demo", null),
  created_at: time,
  created_time: time,
  expires_at: time,
  last_used: time,
  state: mostlyOf(fc.record({ files })),
});
/** Near to what the service answers, with a field or two gone wrong. */
const near = some({
  token: mostly("a.b-_c.d", "a/b"),
  expires: time,
  track_id: mostly("Lntrn1"),
  label: mostly("Lantern Room"),
  status: mostly("PENDING", "DONE", "FAILED"),
  files,
  items: mostlyOf(fc.array(item, { maxLength: 3 })),
  $links: mostlyOf(links),
  response: mostlyOf(fc.record({ $links: links })),
  errors: mostlyOf(fc.array(fc.record({ property: mostly("allow_mix", "name") }))),
  code: mostly("E_QUOTA"),
});
/** fc.anything has bigints and cycles of its own; those are no JSON. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_name, each: unknown) => (typeof each === "bigint" ? `${each}` : each)) ??
  "";
const answer: fc.Arbitrary<RawResponse> = fc.record({
  status: fc.oneof(
    { weight: 4, arbitrary: fc.constant(200) },
    fc.constantFrom(202, 204, 302, 400, 401, 402, 403, 404, 409, 429, 500),
  ),
  body: fc.oneof({ weight: 4, arbitrary: near.map(asJson) }, fc.json(), fc.string()),
  complete: fc.boolean(),
});

/** A service that gives these answers in turn, and the last one for ever. */
function answering(answers: readonly RawResponse[]): Connection & { methods: string[] } {
  const methods: string[] = [];
  const client: Client = {
    origin,
    async send(call) {
      const given = answers[Math.min(methods.length, answers.length - 1)]!;
      methods.push(call.method);
      return decodeResponse(call, given, null);
    },
  };
  return { client, settings: {}, methods };
}

function expectAnswer(result: Result<unknown>): void {
  if (result.ok) expect(asJson(result.value)).not.toMatch(/"(?:url|mix)":"(?!https:)/);
  else expect(result.failure.kind).toBeTypeOf("string");
}

const claims = (text: string) => `e30.${Buffer.from(text).toString("base64url")}.sig`;
const named = fc.constantFrom(
  "tracks:../../x:shares:1",
  "tracks:Lntrn1:shares:1",
  "tracks/read/Lntrn1",
);
const token = fc.oneof(
  fc.string(),
  fc.string().map(claims),
  named.map((id) => claims(JSON.stringify({ token_id: id, scope: id }))),
);

test("10,000 arbitrary pairs of responses: share posts once and results in a link to this service or a failure", async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.tuple(answer, answer), async (answers) => {
      const at = answering(answers);
      const result = await mixthat.share(at, request);
      expectAnswer(result);
      expect(at.methods.filter((method) => method === "POST")).toHaveLength(1);
      expect(at.methods.length).toBeLessThanOrEqual(6);
      const read = mixthat.readShare(origin, request, answers[0]);
      expect(read).toEqual(result.ok ? { ok: true, value: { ...result.value, id: null } } : result);
      if (!read.ok) return;
      made += 1;
      expect(read.value.url).toMatch(
        /^https:\/\/app\.mixthat\.co\/tracks\/Lntrn1\?auth_token=[\w.-]+$/,
      );
    }),
    { numRuns: 10_000 },
  );
  expect(made).toBeGreaterThan(1000);
}, 60_000);

const asking: Record<string, (at: Connection, token: string) => Promise<Result<unknown>>> = {
  check: (at) => mixthat.check(at),
  track: (at) => mixthat.track(at, "Lntrn1"),
  tracks: (at) => mixthat.tracks(at, { cursor: null, prefix: "" }),
  sound: (at) => mixthat.getAudio(at, "Lntrn1"),
  links: (at) => mixthat.links(at, "Lntrn1", "YQ=="),
  revoke: (at) => mixthat.revoke(at, { id: "tracks:Lntrn1:shares:a", track: "Lntrn1" }),
  open: ({ client }, each) => mixthat.open(client, { provider: "mixthat", origin, token: each }),
  mixes: (at) => mixthat.mixes.list(at, "Lntrn1", null),
  render: (at) => mixthat.mixes.render(at, "Lntrn1", [], "mp3"),
  job: (at) => mixthat.mixes.job(at, "abc123"),
};

test("10,000 arbitrary responses to every other request result in values or failures", async () => {
  const good = Object.fromEntries(Object.keys(asking).map((name) => [name, 0]));
  await fc.assert(
    fc.asyncProperty(answer, token, async (raw, each) => {
      for (const [name, ask] of Object.entries(asking)) {
        const result = await ask(answering([raw]), each);
        expectAnswer(result);
        if (result.ok) good[name] = (good[name] ?? 0) + 1;
      }
    }),
    { numRuns: 10_000 },
  );
  // Answers so strange that nothing could be read would prove nothing.
  for (const [name, times] of Object.entries(good))
    expect([name, times > 100]).toEqual([name, true]);
}, 60_000);
