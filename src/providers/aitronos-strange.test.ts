import fc from "fast-check";
import { expect, test } from "vitest";
import { providerFacts } from "../model/provider-facts.ts";
import { usualTerms } from "../model/share.ts";
import { aitronos } from "./aitronos.ts";

const wish = {
  track: "mtrack_a",
  terms: usualTerms(providerFacts.aitronos.terms),
  nonce: "0000000000",
  now: 0,
};

test("10,000 strange answers to share are values or failures", () => {
  const field = fc.oneof(
    fc.anything(),
    fc.constantFrom("shr_1", "link_only", "2026-01-01T00:00:00Z"),
  );
  const near = fc.record(
    {
      id: field,
      token: field,
      url: field,
      visibility: field,
      expires_at: field,
      created_at: field,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(200, 201, 204, 302, 401, 404, 429, 500),
      fc.oneof(
        near.map((each) => JSON.stringify(each) ?? ""),
        fc.json(),
        fc.string(),
      ),
      fc.boolean(),
      (status, body, complete) => {
        const read = aitronos.readShare("https://api.aitronos.com", wish, {
          status,
          body,
          complete,
        });
        if (read.ok)
          expect(read.value.url).toMatch(
            /^https:\/\/api\.aitronos\.com\/v1\/music\/shared\/[\w-]+$/,
          );
        else expect(read.failure.kind).toBeTypeOf("string");
      },
    ),
    { numRuns: 10_000 },
  );
});
