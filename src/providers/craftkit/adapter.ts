import type { Call } from "../../http/call.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import { path } from "../../http/encode-path.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import type { Connection, ListPage, Provider, ShareRequest } from "../contract/adapter.ts";
import { expiryFor, markOf } from "./expiry-mark.ts";
import {
  readErrorCode,
  refusals,
  render,
  revocation,
  decodePartialShare,
  decodeCreatedShare,
  decodeListedShares,
} from "./responses.ts";

/** The nil UUID, which is the id of no render. https://www.rfc-editor.org/rfc/rfc9562#name-nil-uuid */
const NO_RENDER = "00000000-0000-0000-0000-000000000000";

/** An e-mail address as HTML forms accept it, but with at least one dot in the domain. https://html.spec.whatwg.org/#valid-e-mail-address */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** Longest message, in characters. https://docs.craftkit.dev/api-reference/create-share */
const MESSAGE_LENGTH = 2000;

const READINESS = {
  queued: "waiting",
  rendering: "waiting",
  succeeded: "ready",
  failed: "failed",
} as const;

/**
 * CraftKit. It shares rendered documents (PDF), not audio.
 * https://docs.craftkit.dev/api-reference/introduction
 */
export const craftkit = {
  id: "craftkit",

  // No endpoint only checks a key. A GET of a render that cannot exist changes nothing: with a valid key the response is 404
  // with the code `not_found`, with an invalid one 401. A 404 without that code comes from another server.
  async check({ client }) {
    const response = await client.send({
      method: "GET",
      path: path`/v1/renders/${NO_RENDER}`,
      failures: {
        ...refusals,
        404: (body) =>
          readErrorCode(body) === "not_found"
            ? { kind: "not-yours" }
            : { kind: "malformed", where: "error" },
      },
      decode: render, // any other 200 comes from another server
    });
    return response.ok || response.failure.kind === "not-yours" ? ok(undefined) : response;
  },

  // The API has neither a title nor a length of a document.
  async track({ client }, id) {
    const found = await getRender(client, id);
    if (!found.ok) return found;
    const { origin } = client;
    return ok({ provider: "craftkit", origin, id: found.value.id, title: null, duration: null });
  },

  async readiness({ client }, id) {
    const found = await getRender(client, id);
    return found.ok ? ok(READINESS[found.value.status]) : found;
  },

  async share({ client }, request) {
    const { recipient, message } = request.terms;
    const sendable = !recipient || (recipient.length <= 254 && EMAIL.test(recipient));
    if (!sendable || (message ?? "").length > MESSAGE_LENGTH) {
      return fail({ kind: "refused", status: 400 }); // as the service would respond, without sending the request
    }
    return client.send({
      ...shareCall(client.origin, request),
      method: "POST",
      path: path`/v1/renders/${request.track}/shares`,
      body: shareBody(request),
    });
  },

  readShare: (origin, request, response) =>
    decodeResponse(shareCall(origin, request), response, null),

  links,

  // The mark is in the expiry.
  markOf,
  willCarryMark: ({ terms }) => terms.expiresInDays !== null,

  needsListBeforeSharing: true,
  matchShares,

  // Revoking a share again gets 404, like a share of another project's render. Only the list of shares tells the two apart,
  // and a link that still opens must not be reported as revoked. https://docs.craftkit.dev/api-reference/revoke-share
  async revoke(at, { id, track }) {
    const revoked = await at.client.send({
      method: "DELETE",
      path: path`/v1/renders/${track}/shares/${id}`,
      failures: refusals,
      decode: revocation,
    });
    if (revoked.ok) return ok(undefined);
    if (revoked.failure.kind !== "not-yours") return revoked;
    const listed = await links(at, track);
    if (!listed.ok) return listed;
    const opens = listed.value.items.some((share) => share.id === id && share.revokedAt === null);
    return opens ? revoked : ok(undefined);
  },
} satisfies Provider;

/**
 * Whether the list returns the milliseconds of an expiry is not documented. So a new link without a mark that expires in the
 * requested minute also matches, as long as there is only one. A link with another mark belongs to another request, even when
 * the response to that one has not arrived either.
 */
function matchShares(
  request: ShareRequest,
  listed: readonly RemoteShare[],
  before: readonly string[] | null,
): RemoteShare[] | "unclear" {
  const expiresAt = expiryFor(request);
  const added = listed.filter(({ id }) => !before?.includes(id));
  const exact = added.filter((share) => expiresAt !== null && share.expiresAt === expiresAt);
  if (exact.length > 0 || before === null) return exact;
  const unmarked = added.filter(({ nonce }) => nonce === null);
  const near = unmarked.filter((share) => isNear(share.expiresAt, expiresAt));
  return near.length > 1 ? "unclear" : near;
}

const isNear = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 60_000);

async function links({ client }: Connection, id: string): Promise<Result<ListPage<RemoteShare>>> {
  const listed = await client.send({
    method: "GET",
    path: path`/v1/renders/${id}/shares`,
    failures: refusals,
    decode: decodeListedShares(client.origin),
  });
  return listed.ok ? ok({ items: listed.value, next: null }) : listed;
}

function getRender(client: Connection["client"], id: string) {
  return client.send({
    method: "GET",
    path: path`/v1/renders/${id}`,
    failures: refusals,
    decode: render,
  });
}

/** 409 needs no entry in `failures`: it means `not_ready` in every version of the API, which is its general meaning, too. */
function shareCall(
  origin: string,
  request: ShareRequest,
): Pick<Call<CreatedShare>, "once" | "failures" | "decode" | "partial"> {
  const [decode, partial] = [decodeCreatedShare(origin), decodePartialShare(origin, request)];
  return { once: true, failures: refusals, decode, partial };
}

/** With a recipient the service stores for whom the link is; it sends no e-mail. */
function shareBody(request: ShareRequest): Record<string, string> {
  const { recipient, message } = request.terms;
  const expiresAt = expiryFor(request);
  return {
    channel: recipient ? "email" : "link",
    ...(recipient ? { recipientEmail: recipient } : {}),
    ...(message ? { message } : {}),
    ...(expiresAt === null ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
  };
}
