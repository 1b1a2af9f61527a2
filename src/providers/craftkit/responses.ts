import type { Call } from "../../http/call.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
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
import { isLoopbackHost } from "../../shared/is-loopback-host.ts";
import type { ShareRequest } from "../contract/adapter.ts";
import { withDefault } from "../contract/cut-response.ts";
import { expiryFor, markIn } from "./expiry-mark.ts";

/** An id that is safe as one segment of a path. Documented as a UUID, but other forms are accepted. */
const id = matching(/^[\w-]{1,128}$/);

/** A render. https://docs.craftkit.dev/api-reference/get-render */
export const render = record({ id, status: oneOf("queued", "rendering", "succeeded", "failed") });

/** The response to revoking a share; for a share that is revoked already it is 404 instead. */
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
 * The failures whose code is shown to the person. They depend on the status alone, because the codes changed between two
 * versions of https://docs.craftkit.dev/api-reference/errors
 */
export const refusals = {
  401: (body) => ({ kind: "signed-out", code: readErrorCode(body) }),
  403: (body) => ({ kind: "not-allowed", code: readErrorCode(body) }),
} satisfies Call<unknown>["failures"];

/**
 * The address of a share; null when it may not be given to others. A project can use its own domain, so any host is accepted
 * and the address is kept as it is. `http:` is accepted only from a loopback host to a loopback host.
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

/** A share that was just created. https://docs.craftkit.dev/api-reference/create-share */
export function decodeCreatedShare(origin: string): Decoder<CreatedShare> {
  return createShareDecoder(origin, nullable(instant), instant);
}

/**
 * A share whose response broke off. It needs the address, because the token does not tell the host, and the id, which comes
 * before the address. When one is missing, the share has to be found in the list, which has both.
 */
export function decodePartialShare(origin: string, request: ShareRequest): Decoder<CreatedShare> {
  return createShareDecoder(
    origin,
    withDefault(nullable(instant), expiryFor(request)),
    withDefault(instant, request.now),
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

/** All shares of a render, including revoked ones. https://docs.craftkit.dev/api-reference/list-shares */
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
