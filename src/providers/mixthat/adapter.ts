import type { Call } from "../../http/call.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import { path } from "../../http/encode-path.ts";
import { fail, ok } from "../../model/failure.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import { anything, list, record } from "../../shared/decode.ts";
import { DAY_MS } from "../../shared/time-units.ts";
import type { Connection, Provider, ShareRequest } from "../contract/adapter.ts";
import { absent, mixes, nothing } from "./mixes.ts";
import { markName } from "./name-mark.ts";
import { paged } from "./paging.ts";
import { permissionNames } from "./permissions.ts";
import { refusedShare, unpaid } from "./refusals.ts";
import {
  decodeListedShare,
  decodePartialShare,
  decodeCreatedShare,
  decodeTrackAudio,
  decodeTrack,
} from "./responses.ts";
import { isAddressOf, TOKEN, readTrackId } from "./token.ts";

/** Items per request: the maximum for a list of shares, and few enough for a list of tracks to fit in 256 KiB. */
const PAGE_ITEMS = 100;

/** How many pages are searched at most for the id of a new share; otherwise the background finds the id later. */
const MAX_PAGES = 5;

/** Mix That. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml) */
export const mixthat = {
  id: "mixthat",

  // No endpoint only checks a key, so this is the request with the shortest response that needs one.
  check: ({ client }) =>
    client
      .send({
        method: "GET",
        path: "/api/v1/tracks",
        query: { limit: 1 },
        decode: record({ items: list(anything) }),
      })
      .then(nothing),

  track: ({ client }, id) =>
    client.send({
      method: "GET",
      path: path`/api/v1/tracks/${id}`,
      decode: decodeTrack(client.origin),
    }),

  tracks: ({ client }, { cursor, prefix }) =>
    client.send({
      method: "GET",
      path: "/api/v1/tracks",
      query: {
        limit: PAGE_ITEMS,
        ...(cursor === null ? {} : { next: cursor }),
        ...(prefix === "" ? {} : { prefix }),
      },
      decode: paged(decodeTrack(client.origin), "next", cursor),
    }),

  getAudio: ({ client }, id) =>
    client.send({
      method: "GET",
      path: path`/api/v1/tracks/${id}`,
      decode: decodeTrackAudio(client.origin),
    }),

  async share(at, request) {
    const created = await at.client.send({
      ...shareCall(at.client.origin, request),
      method: "POST",
      path: path`/api/v1/tracks/${request.track}/shares`,
    });
    // The link exists even when its id is not found.
    return created.ok
      ? ok({ ...created.value, id: await findId(at, request, created.value.url) })
      : created;
  },

  readShare: (origin, request, response) =>
    decodeResponse(shareCall(origin, request), response, null),

  links,

  // The list returns the name that Earmark chose, which contains the nonce of the request.
  matchShares: ({ nonce }, listed) => listed.filter((share) => share.nonce === nonce),
  isAddressOf: (address, { id }) => isAddressOf(address, id),

  revoke: ({ client }, { id, track }) =>
    client
      .send({
        method: "DELETE",
        path: path`/api/v1/tracks/${track}/shares/${id}`,
        decode: anything,
      })
      .then(absent),

  open(client, link) {
    const track = link.track ?? readTrackId(link.token);
    // The token is sent in a header, which cannot contain every character.
    if (track === null || !TOKEN.test(link.token)) {
      return Promise.resolve(fail({ kind: "malformed", where: "token" }));
    }
    return client
      .send({
        method: "GET",
        path: path`/api/v1/tracks/${track}`,
        // With `v` and the token without a prefix, as https://github.com/firstcoders/mixthat-player (src/MixthatPlayer.js) sends it.
        query: { v: 1 },
        shareToken: link.token,
        // The status for an expired or revoked token is not documented; each of these means that the link no longer opens.
        failures: { 401: GONE, 403: GONE, 404: GONE },
        decode: decodeTrack(client.origin),
      })
      .then((opened) => (opened.ok ? ok({ track: opened.value, message: null }) : opened));
  },

  mixes,
} satisfies Provider;

const GONE = { kind: "gone" } as const;

function links(
  { client }: Connection,
  track: string,
  cursor: string | null,
): ReturnType<NonNullable<Provider["links"]>> {
  return client.send({
    method: "GET",
    path: path`/api/v1/tracks/${track}/shares`,
    query: { limit: PAGE_ITEMS, ...(cursor === null ? {} : { last_key: cursor }) },
    decode: paged(decodeListedShare, "last_key", cursor),
  });
}

/** The id of the share that this request created, which the response to it does not have; null when it is not found. */
async function findId(
  at: Connection,
  { track, nonce }: ShareRequest,
  address: string,
): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const listed: Awaited<ReturnType<typeof links>> = await links(at, track, cursor);
    if (!listed.ok) return null;
    const found = listed.value.items.filter((share) => share.nonce === nonce);
    // There are two when the browser itself sent the request again; only one of them has this address.
    const own = found.length > 1 ? found.find(({ id }) => isAddressOf(address, id)) : found[0];
    if (found.length > 0) return own?.id ?? null;
    cursor = listed.value.next;
    if (cursor === null) return null;
  }
  return null;
}

function shareCall(
  origin: string,
  request: ShareRequest,
): Required<Pick<Call<CreatedShare>, "body" | "once" | "failures" | "decode" | "partial">> {
  const body = shareBody(request);
  return {
    body,
    once: true,
    failures: { 400: refusedShare(body), 402: unpaid },
    decode: decodeCreatedShare(origin, request),
    partial: decodePartialShare(origin, request),
  };
}

/** Only the requested fields, because the service refuses unknown fields and options that the plan lacks. */
function shareBody({ terms, nonce, now }: ShareRequest): Record<string, string | boolean> {
  const { expiresInDays: days } = terms;
  return {
    name: markName(terms.name, nonce),
    ...(days === null ? {} : { expires_at: new Date(now + days * DAY_MS).toISOString() }),
    ...Object.fromEntries(
      terms.permissions.map((permission) => [permissionNames[permission].field, true]),
    ),
  };
}
