import type { Call } from "../../http/call.ts";
import { path } from "../../http/encode-path.ts";
import { readResponse } from "../../http/read-response.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import {
  readErrorCode,
  refusals,
  render,
  revocation,
  decodePartialShare,
  decodeCreatedShare,
  decodeListedShares,
} from "./responses.ts";
import { expiryFor, markOf } from "./expiry-mark.ts";
import type { Connection, ListPage, Provider, ShareRequest } from "../contract/adapter.ts";

/** No render has this id. https://www.rfc-editor.org/rfc/rfc9562#name-nil-uuid */
const NO_RENDER = "00000000-0000-0000-0000-000000000000";

/** What the web's own forms accept, with at least one dot. https://html.spec.whatwg.org/#valid-e-mail-address */
const EMAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/i;

/** Characters. https://docs.craftkit.dev/api-reference/create-share */
const MESSAGE_LENGTH = 2000;

const READINESS = {
  queued: "waiting",
  rendering: "waiting",
  succeeded: "ready",
  failed: "failed",
} as const;

/**
 * CraftKit. What it shares is a rendered document (PDF), not sound.
 * https://docs.craftkit.dev/api-reference/introduction
 */
export const craftkit = {
  id: "craftkit",

  // No endpoint says whose key this is. Asking for a render that cannot exist changes nothing, and
  // a good key is answered `not_found`, a bad one 401; a 404 without that code is another server's.
  async check({ client }) {
    const answer = await client.send({
      method: "GET",
      path: path`/v1/renders/${NO_RENDER}`,
      failures: {
        ...refusals,
        404: (body) =>
          readErrorCode(body) === "not_found"
            ? { kind: "not-yours" }
            : { kind: "malformed", where: "error" },
      },
      decode: render, // no other 200 is this service's
    });
    return answer.ok || answer.failure.kind === "not-yours" ? ok(undefined) : answer;
  },

  // The API tells no title and no length of a document.
  async track({ client }, id) {
    const got = await getRender(client, id);
    if (!got.ok) return got;
    const { origin } = client;
    return ok({ provider: "craftkit", origin, id: got.value.id, title: null, duration: null });
  },

  async readiness({ client }, id) {
    const got = await getRender(client, id);
    return got.ok ? ok(READINESS[got.value.status]) : got;
  },

  async share({ client }, wish) {
    const { recipient, message } = wish.terms;
    const sendable = !recipient || (recipient.length <= 254 && EMAIL.test(recipient));
    if (!sendable || (message ?? "").length > MESSAGE_LENGTH) {
      return fail({ kind: "refused", status: 400 }); // as the service would, without asking it
    }
    return client.send({
      ...shareCall(client.origin, wish),
      method: "POST",
      path: path`/v1/renders/${wish.track}/shares`,
      body: shareBody(wish),
    });
  },

  readShare: (origin, wish, answer) => readResponse(shareCall(origin, wish), answer, null),

  links,

  // The expiry is the mark.
  markOf,
  willCarryMark: ({ terms }) => terms.expiresInDays !== null,

  needsListBeforeSharing: true,
  matchShares,

  // A second time is answered like a render of another project: 404. Only the list tells them apart,
  // and a link that lives must not be told as revoked. https://docs.craftkit.dev/api-reference/revoke-share
  async revoke(at, { id, track }) {
    const done = await at.client.send({
      method: "DELETE",
      path: path`/v1/renders/${track}/shares/${id}`,
      failures: refusals,
      decode: revocation,
    });
    if (done.ok) return ok(undefined);
    if (done.failure.kind !== "not-yours") return done;
    const listed = await links(at, track);
    if (!listed.ok) return listed;
    const lives = listed.value.items.some((share) => share.id === id && share.revokedAt === null);
    return lives ? done : ok(undefined);
  },
} satisfies Provider;

/**
 * Whether the milliseconds of an expiry come back is not documented. So a link that is new, expires in the
 * minute asked for and has lost its mark is this wish's, too, as long as there is only one such. One with
 * another mark is another wish's, even if that one's answer has not come either.
 */
function matchShares(
  wish: ShareRequest,
  listed: readonly RemoteShare[],
  before: readonly string[] | null,
): RemoteShare[] | "unclear" {
  const expiresAt = expiryFor(wish);
  const fresh = listed.filter(({ id }) => !before?.includes(id));
  const exact = fresh.filter((share) => expiresAt !== null && share.expiresAt === expiresAt);
  if (exact.length > 0 || before === null) return exact;
  const unmarked = fresh.filter(({ nonce }) => nonce === null);
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

/** 409 is `not_ready` in every edition, which is also its general meaning. */
function shareCall(
  origin: string,
  wish: ShareRequest,
): Pick<Call<CreatedShare>, "once" | "failures" | "decode" | "partial"> {
  const [decode, partial] = [decodeCreatedShare(origin), decodePartialShare(origin, wish)];
  return { once: true, failures: refusals, decode, partial };
}

/** With a recipient the service notes whom the link is for; it mails nothing. */
function shareBody(wish: ShareRequest): Record<string, string> {
  const { recipient, message } = wish.terms;
  const expiresAt = expiryFor(wish);
  return {
    channel: recipient ? "email" : "link",
    ...(recipient ? { recipientEmail: recipient } : {}),
    ...(message ? { message } : {}),
    ...(expiresAt === null ? {} : { expiresAt: new Date(expiresAt).toISOString() }),
  };
}
