import type { Call } from "../../http/call.ts";
import {
  anything,
  decode,
  instant,
  list,
  malformed,
  matching,
  nullable,
  number,
  oneOf,
  record,
  text,
} from "../../shared/decode.ts";
import type { Decoder } from "../../shared/decode.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import { withDefault } from "../contract/cut-response.ts";
import { expiryFor, markIn } from "./expiry-mark.ts";
import type { ShareRequest } from "../contract/adapter.ts";
import { isLoopbackHost } from "../../shared/is-loopback-host.ts";

/** One segment of a path: documented as UUIDs, but only what could leave the path is refused. */
const id = matching(/^[\w-]{1,128}$/);

/** https://docs.craftkit.dev/api-reference/get-render */
export const render = record({ id, status: oneOf("queued", "rendering", "succeeded", "failed") });

/** The answer to revoking; a share that is revoked already is answered with 404 instead. */
export const revocation = record({ id });

const nested = record({ error: record({ code: text(100) }) });
const flat = record({ error: text(100) });

/** The code of an error, which comes as `{error: {code}}` or as `{error: "code"}`. */
export function readErrorCode(body: unknown): string | null {
  const code = decode(nested, body);
  if (code.ok) return code.value.error.code;
  const bare = decode(flat, body);
  return bare.ok ? bare.value.error : null;
}

/**
 * What the statuses mean whose code the person is told. The status decides: its codes changed
 * between two editions of https://docs.craftkit.dev/api-reference/errors
 */
export const refusals = {
  401: (body) => ({ kind: "signed-out", code: readErrorCode(body) }),
  403: (body) => ({ kind: "not-allowed", code: readErrorCode(body) }),
} satisfies Call<unknown>["failures"];

/**
 * An address to give away, or null. Its host is the project's own choice (custom share domains),
 * so any is right, and it is never rebuilt; plain http: stays on this machine.
 */
function parseShareUrl(value: unknown, origin: string): string | null {
  if (typeof value !== "string" || value.length > 4096 || !URL.canParse(value)) return null;
  const url = new URL(value);
  const local =
    url.protocol === "http:" &&
    isLoopbackHost(url.hostname) &&
    isLoopbackHost(new URL(origin).hostname);
  if (url.username !== "" || url.password !== "") return null;
  return url.protocol === "https:" || local ? url.href : null;
}

/** A share just made. https://docs.craftkit.dev/api-reference/create-share */
export function decodeCreatedShare(origin: string): Decoder<CreatedShare> {
  return createShareDecoder(origin, nullable(instant), instant);
}

/**
 * A share whose answer broke off. Its token does not say its host, so only with its address it is a
 * link; and with its id, which comes before that. Without them the list decides, which has both.
 */
export function decodePartialShare(origin: string, wish: ShareRequest): Decoder<CreatedShare> {
  return createShareDecoder(
    origin,
    withDefault(nullable(instant), expiryFor(wish)),
    withDefault(instant, wish.now),
  );
}

function createShareDecoder(
  origin: string,
  expiry: Decoder<number | null>,
  creation: Decoder<number>,
): Decoder<CreatedShare> {
  const made = record({ id, shareUrl: anything, expiresAt: expiry, createdAt: creation });
  return (value) => {
    const { id: share, shareUrl, expiresAt, createdAt } = made(value);
    const url = parseShareUrl(shareUrl, origin) ?? malformed("shareUrl");
    return { id: share, url, embedUrl: null, visibility: "link-only", expiresAt, createdAt };
  };
}

/** All shares of a render, the revoked ones too. https://docs.craftkit.dev/api-reference/list-shares */
export function decodeListedShares(origin: string): Decoder<RemoteShare[]> {
  const row = record({
    id,
    shareUrl: anything,
    createdAt: instant,
    expiresAt: nullable(instant),
    revokedAt: nullable(instant),
    clickCount: nullable(number(0)),
  });
  const rows = record({ shares: list(row) });
  return (value) =>
    rows(value).shares.map(({ id: share, shareUrl, clickCount, expiresAt, ...times }) => ({
      id: share,
      name: null,
      nonce: markIn(expiresAt),
      url: parseShareUrl(shareUrl, origin),
      createdAt: times.createdAt,
      expiresAt,
      revokedAt: times.revokedAt,
      lastUsedAt: null,
      opens: clickCount,
      permissions: [],
    }));
}
