import fc from "fast-check";
import { expect, test } from "vitest";
import type { Client } from "../../http/client.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import { decode } from "../../shared/decode.ts";
import { craftkit } from "./adapter.ts";
import { readErrorCode, decodeListedShares } from "./responses.ts";

const OFFICIAL = "https://api.craftkit.dev";
const LOCAL = "http://127.0.0.1:4100";
const terms = { visibility: "link-only", expiresInDays: 1, name: null } as const;
const request = {
  track: "a",
  terms: { ...terms, permissions: [], recipient: null, message: null },
  nonce: "0123456789",
  now: 1,
};
const row = {
  id: "4f2a9c71-be00-4000-8000-000000000000",
  shareToken: "cks_1",
  channel: "link",
  recipientEmail: null,
  message: null,
  expiresAt: "2026-12-31T23:59:59.000Z",
  revokedAt: null,
  createdAt: "2026-06-05T10:05:00.000Z",
};
const read = (origin: string, body: unknown, status = 201) =>
  craftkit.readShare(origin, request, { status, body: JSON.stringify(body), complete: true });

test.each([
  [OFFICIAL, "https://www.craftkit.dev/share/cks_1"],
  [OFFICIAL, "https://papers.example.org/s?x=1#y"],
  [LOCAL, "https://www.craftkit.dev/share/cks_1"],
  [LOCAL, "http://localhost:4100/share/cks_1"],
])("at %s, the address %s is accepted", (origin, shareUrl) => {
  expect(read(origin, { ...row, shareUrl })).toEqual({
    ok: true,
    value: {
      id: row.id,
      url: shareUrl,
      embedUrl: null,
      visibility: "link-only",
      expiresAt: Date.parse(row.expiresAt),
      createdAt: Date.parse(row.createdAt),
    },
  });
});

const hostile = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)//https://",
  " java\nscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "blob:https://www.craftkit.dev/1",
  "file:///etc/passwd",
  "ftp://www.craftkit.dev/share/1",
  "http://www.craftkit.dev/share/1",
  "http://127.0.0.1.evil.example/share/1",
  "https://user@www.craftkit.dev/share/1",
  "https://:pass@www.craftkit.dev/share/1",
  "https://www.craftkit.dev\u0000:x@evil.example",
  "https://",
  "//evil.example/share/1",
  "/share/1",
  "share/1",
  "",
  `https://www.craftkit.dev/share/${"x".repeat(1_000_000)}`,
  null,
  1,
  true,
  {},
  ["https://www.craftkit.dev/share/1"],
  undefined,
];

test.each([OFFICIAL, LOCAL])("at %s, no hostile address is accepted", (origin) => {
  for (const shareUrl of hostile) {
    const failure = { kind: "malformed", where: "shareUrl" };
    expect(read(origin, { ...row, shareUrl })).toEqual({ ok: false, failure });
    const listed = decode(decodeListedShares(origin), { shares: [{ ...row, shareUrl }] });
    expect(listed).toMatchObject({ value: [{ url: null }] });
  }
  expect(read(OFFICIAL, { ...row, shareUrl: "http://127.0.0.1/share/1" })).toMatchObject({
    ok: false,
  });
});

test("an id that would leave its segment of a path is malformed", () => {
  for (const id of ["..", ".", "", "a/b", "%2e", "x".repeat(129)]) {
    const answer = { ...row, id, shareUrl: "https://www.craftkit.dev/share/1" };
    expect(read(OFFICIAL, answer)).toMatchObject({ failure: { kind: "malformed", where: "id" } });
  }
});

test.each([
  [400, { error: { code: "invalid_request", message: "", issues: {} } }, "refused"],
  [401, { error: "invalid_credentials" }, "signed-out"],
  [403, { error: { code: "partner_suspended" } }, "not-allowed"],
  [403, "<html>", "not-allowed"],
  [404, { error: { code: "not_ready" } }, "not-yours"],
  [409, { error: { code: "not_ready" } }, "not-ready"],
  [409, { error: "not_ready" }, "not-ready"],
  [429, { error: { code: "rate_limited" } }, "too-many"],
  [500, { error: { code: "internal" } }, "unknown-outcome"],
  [502, "<html>", "unknown-outcome"],
  [503, { error: { code: "queue_unavailable" } }, "unknown-outcome"],
])("share with the response %i %j", (status, body, kind) => {
  expect(read(OFFICIAL, body, status)).toMatchObject({ failure: { kind } });
});

test.each([
  ['{"error":{"code":"not_found","message":"Render not found."}}', { ok: true }],
  ['{"error":"not_found"}', { ok: true }],
  ["<html>Not found</html>", { failure: { kind: "malformed", where: "error" } }],
  ["{}", { failure: { kind: "malformed" } }],
])("check: 404 with %s", async (body, result) => {
  const answer = { status: 404, body, complete: true };
  const client: Client = {
    origin: OFFICIAL,
    send: async (call) => decodeResponse(call, answer, null),
  };
  expect(await craftkit.check({ client, settings: {} })).toMatchObject(result);
});

test("reads the code of both forms of an error", () => {
  expect(readErrorCode({ error: { code: "not_found", message: "No" } })).toBe("not_found");
  expect(readErrorCode({ error: "not_found" })).toBe("not_found");
  for (const none of [undefined, null, "x", { error: 1 }, { error: {} }, { error: null }]) {
    expect(readErrorCode(none)).toBeNull();
  }
});

test("10,000 arbitrary responses result in values or failures", () => {
  const field = fc.oneof(
    fc.anything(),
    fc.webUrl(),
    fc.constantFrom<unknown>(...Object.values(row), ...hostile.slice(0, 12), null),
  );
  const near = fc.dictionary(
    fc.constantFrom(...Object.keys(row), "shareUrl", "clickCount", "shares", "error"),
    field,
  );
  const body = fc.oneof(
    near.map((each) => JSON.stringify(each)),
    fc.json(),
    fc.string(),
  );
  const status = fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 429, 500, 503);
  fc.assert(
    fc.property(status, body, fc.boolean(), (code, text, complete) => {
      const made = craftkit.readShare(OFFICIAL, request, { status: code, body: text, complete });
      if (made.ok) expect(made.value.url).toMatch(/^https:\/\/[^@/]+(?:\/|$)/);
      else expect(made.failure.kind).toBeTypeOf("string");
    }),
    { numRuns: 10_000 },
  );
});

test("2,000 arbitrary lists result in values or failures", () => {
  const any = fc.oneof(fc.jsonValue(), fc.constant({ shares: [row, null] }));
  fc.assert(
    fc.property(any, fc.jsonValue(), (body, item) => {
      for (const value of [body, { shares: [{ ...row, ...(item as object) }] }]) {
        expect(decode(decodeListedShares(OFFICIAL), value).ok).toBeTypeOf("boolean");
      }
    }),
    { numRuns: 2000 },
  );
});
