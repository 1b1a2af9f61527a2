import { describe, expect, test } from "vitest";
import type { CreatedShare } from "../../model/remote-share.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import { aitronos } from "../aitronos/adapter.ts";
import { craftkit } from "../craftkit/adapter.ts";
import { expiryFor } from "../craftkit/expiry-mark.ts";
import { mixthat } from "../mixthat/adapter.ts";
import type { ShareRequest } from "./adapter.ts";

/* What is made of the first part of an answer, when the rest of it never came. */

const request: ShareRequest = {
  track: "Lntrn1",
  terms: {
    visibility: "public",
    expiresInDays: 2,
    name: null,
    permissions: [],
    recipient: null,
    message: null,
  },
  nonce: "0123456789",
  now: Date.UTC(2026, 10, 20),
};
const inTwoDays = request.now + 2 * 86_400_000;
const cut = (body: string): RawResponse => ({ status: 201, body, complete: false });
const A = "https://api.aitronos.com";
const M = "https://app.mixthat.co";
const C = "https://api.craftkit.dev";
const unknown = { ok: false, failure: { kind: "unknown-outcome" } };

const readAitronos = (body: string, request_ = request) =>
  aitronos.readShare(A, request_, cut(body));
const readMixthat = (body: string, request_ = request) => mixthat.readShare(M, request_, cut(body));
const readCraftkit = (body: string) => craftkit.readShare(C, request, cut(body));
const createRequestFor = (expiresInDays: number | null): ShareRequest => ({
  ...request,
  terms: { ...request.terms, expiresInDays },
});

describe("aitronos", () => {
  const share: CreatedShare = {
    id: null,
    url: `${A}/v1/music/shared/shr_1`,
    embedUrl: null,
    visibility: "public",
    expiresAt: inTwoDays,
    createdAt: request.now,
  };
  const address = `"url":"${share.url}"`;
  const granted = '"visibility":"link_only","expires_at":null';

  test.each([
    ['{"token":"shr_1"', {}],
    ['{"id":"mslink_1","token":"shr_1","url":"http', { id: "mslink_1" }],
    [`{${address}`, {}],
    [`{"id":"mslink_1",${address},`, { id: "mslink_1" }],
    ['{"token":"shr_1","url":"https://evil.example/"', {}],
    [`{"token":"shr_1",${granted},"cr`, { visibility: "link-only", expiresAt: null }],
    ['{"token":"shr_1","created_at":"2026-11-20T00:00:01Z"', { createdAt: request.now + 1000 }],
  ])("%s is enough for a link", (body, told) => {
    expect(readAitronos(body)).toEqual({ ok: true, value: { ...share, ...told } });
  });

  test.each([
    '{"id":"mslink_1","token":"shr_1',
    '{"id":"mslink_1","url":"https://api.aitronos.com/v1/music/shared/shr_1',
    '{"token":"../x"',
    '{"token":""',
    '{"token":"shr_1","expires_at":"soon"',
    '{"url":"https://evil.example/v1/music/shared/shr_1"',
    '{"url":"https://api.aitronos.com.evil.example/v1/music/shared/shr_1"',
    '{"url":"https://api.aitronos.com@evil.example/v1/music/shared/shr_1"',
    '{"url":"https://api.aitronos.com/v1/music/shared/../shr_1"',
    '{"url":"https://api.aitronos.com/v1/music/shared/shr_1?x=1"',
    '{"url":"https://api.aitronos.com/v1/music/shared/"',
    '{"url":"http://api.aitronos.com/v1/music/shared/shr_1"',
    '{"share":{"token":"shr_1"}',
  ])("%s is not enough for a link", (body) => {
    expect(readAitronos(body)).toEqual(unknown);
  });

  test.each([
    [null, null],
    [365, request.now + 90 * 86_400_000],
  ])("requested for %j days, it expires at %j", (expiresInDays, expiresAt) => {
    const expiring = createRequestFor(expiresInDays);
    expect(readAitronos('{"token":"shr_1"', expiring)).toMatchObject({ value: { expiresAt } });
  });
});

const jwt = (claims: object) => `e30.${btoa(JSON.stringify(claims)).replaceAll("=", "")}.s-_`;

describe("mixthat", () => {
  const token = jwt({ exp: 1_900_000_000 });

  test("the token is enough", () => {
    expect(readMixthat(`{"token":"${token}"`)).toEqual({
      ok: true,
      value: {
        id: null,
        url: `${M}/tracks/Lntrn1?auth_token=${token}`,
        embedUrl: `${M}/api/v1/tracks/Lntrn1?auth_token=${token}`,
        visibility: "link-only",
        expiresAt: inTwoDays,
        createdAt: request.now,
      },
    });
  });

  test.each([
    [token, 1_900_000_000_000],
    [jwt({}), null],
    ["opaque", null],
  ])("without a requested expiry it expires when the token %s tells", (given, expiresAt) => {
    expect(readMixthat(`{"token":"${given}","exp`, createRequestFor(null))).toMatchObject({
      value: { expiresAt },
    });
  });

  test("an expiry that arrived is used", () => {
    const body = `{"token":"${token}","expires":"2026-11-21T00:00:00Z"`;
    const expiresAt = Date.UTC(2026, 10, 21);
    expect(readMixthat(body)).toMatchObject({ value: { expiresAt } });
  });

  test.each([`{"token":"${token}`, '{"token":"a&b"', '{"token":""', '{"expires":null,'])(
    "%s is not enough for a link",
    (body) => expect(readMixthat(body)).toEqual(unknown),
  );
});

describe("craftkit", () => {
  const url = "https://papers.example.org/share/cks_1";

  test("the address with the id is enough", () => {
    expect(readCraftkit(`{"id":"4f2a","shareToken":"cks_1","shareUrl":"${url}"`)).toEqual({
      ok: true,
      value: {
        id: "4f2a",
        url,
        embedUrl: null,
        visibility: "link-only",
        expiresAt: expiryFor(request),
        createdAt: request.now,
      },
    });
    const body = `{"id":"4f2a","shareUrl":"${url}","expiresAt":null,`;
    expect(readCraftkit(body)).toMatchObject({ value: { expiresAt: null } });
  });

  test.each([
    `{"id":"4f2a","shareToken":"cks_1","shareUrl":"${url}`,
    '{"id":"4f2a","shareToken":"cks_1"',
    `{"shareUrl":"${url}"`,
    '{"id":"4f2a","shareUrl":"http://papers.example.org/share/cks_1"',
    '{"id":"4f2a","shareUrl":"https://a@papers.example.org/share/cks_1"',
    '{"id":"..","shareUrl":"https://papers.example.org/share/cks_1"',
  ])("%s is not enough for a link", (body) => {
    expect(readCraftkit(body)).toEqual(unknown);
  });
});
