import fc from "fast-check";
import { expect, test } from "vitest";
import { getDefaultTerms } from "../../model/share-terms.ts";
import { aitronos } from "../aitronos/adapter.ts";
import { craftkit } from "../craftkit/adapter.ts";
import { providerFacts } from "../facts.ts";
import { mixthat } from "../mixthat/adapter.ts";
import type { ShareRequest } from "./adapter.ts";

const A = "https://api.aitronos.com";
const origins = {
  aitronos: A,
  mixthat: "https://app.mixthat.co",
  craftkit: "https://api.craftkit.dev",
};
const providers = { aitronos, mixthat, craftkit };
const terms = getDefaultTerms(providerFacts.aitronos.terms);
const request: ShareRequest = {
  track: "Lntrn1",
  terms,
  nonce: "0123456789",
  now: 1_790_000_000_000,
};

const right = {
  id: "mslink_1",
  token: "shr_1",
  url: `${A}/v1/music/shared/shr_2`,
  visibility: "public",
  expires_at: null,
  created_at: "2026-11-20T00:00:00Z",
  expires: "2026-11-21T00:00:00Z",
  shareUrl: "https://papers.example.org/share/cks_2",
  createdAt: "2026-11-20T00:00:00Z",
  ["__proto__"]: { token: "shr_3" },
};
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    "javascript:alert(1)",
    "//evil.example/x",
    `${A}@evil.example/v1/music/shared/x`,
    "../x",
    "a.b.c",
    'x\\"',
    "\u0000\r\nX: 1",
    "\ud83d",
    { token: "shr_4" },
    null,
  ),
  fc.jsonValue(),
);
const member = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.entries(right)) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(right)), hostile) },
);
const entries = fc.uniqueArray(member, { selector: ([name]) => name, minLength: 1 });

test("10,000 hostile responses, cut anywhere, result in values or failures, without incomplete addresses or addresses of other hosts", () => {
  const seen = { aitronos: 0, mixthat: 0, craftkit: 0 };
  fc.assert(
    fc.property(entries, fc.nat(), fc.boolean(), (members, at, complete) => {
      const parts = members.map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
      const whole = `{${parts.join(",")}}`;
      const body = whole.slice(0, at % whole.length);
      const given = members.flatMap(([, value]) =>
        typeof value === "string" && body.includes(JSON.stringify(value)) ? [value] : [],
      );
      for (const id of ["aitronos", "mixthat", "craftkit"] as const) {
        const origin = origins[id];
        const made = providers[id].readShare(origin, request, { status: 201, body, complete });
        if (!made.ok) {
          expect(["unknown-outcome", "malformed"]).toContain(made.failure.kind);
          continue;
        }
        seen[id] += 1;
        const { url } = made.value;
        expect(url).toMatch(/^https:\/\//);
        // CraftKit's host is the project's own choice; every other address is at the service.
        if (id !== "craftkit") expect(new URL(url).origin).toBe(origin);
        expect(given.some((value) => url === value || url.endsWith(value))).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
  // Nothing would be proved by answers of which nothing could be kept.
  for (const [id, times] of Object.entries(seen)) expect([id, times > 100]).toEqual([id, true]);
}, 60_000);
