import type { Call } from "../../http/call.ts";
import { path } from "../../http/encode-path.ts";
import { readResponse } from "../../http/read-response.ts";
import { anything, list, record } from "../../shared/decode.ts";
import { fail, ok } from "../../model/failure.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import {
  decodeListedShare,
  decodePartialShare,
  decodeCreatedShare,
  decodeTrackAudio,
  decodeTrack,
} from "./responses.ts";
import { permissionNames } from "./permissions.ts";
import { paged } from "./paging.ts";
import { absent, mixes, nothing } from "./mixes.ts";
import { markName } from "./name-mark.ts";
import { refusedShare, unpaid } from "./refusals.ts";
import { isAddressOf, TOKEN, readTrackId } from "./token.ts";
import type { Connection, Provider, ShareRequest } from "../contract/adapter.ts";
import { DAY_MS } from "../../shared/time-units.ts";

/** Items per request: the most that a list of shares gives, and a list of tracks that fits in 256 KiB. */
const PAGE = 100;

/** More pages than this are not searched for a share just made; the background learns its id later. */
const MOST_PAGES = 5;

/** Mix That. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml) */
export const mixthat = {
  id: "mixthat",

  // Nothing only says who one is; the shortest answer that needs a key serves.
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
        limit: PAGE,
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

  async share(at, wish) {
    const made = await at.client.send({
      ...shareCall(at.client.origin, wish),
      method: "POST",
      path: path`/api/v1/tracks/${wish.track}/shares`,
    });
    // The link exists whatever becomes of the search for its id.
    return made.ok ? ok({ ...made.value, id: await findId(at, wish, made.value.url) }) : made;
  },

  readShare: (origin, wish, answer) => readResponse(shareCall(origin, wish), answer, null),

  links,

  // The name is ours to choose and comes back: each sending has a mark of its own in it.
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
    // As it becomes a header, which not every text can.
    if (track === null || !TOKEN.test(link.token)) {
      return Promise.resolve(fail({ kind: "malformed", where: "token" }));
    }
    return client
      .send({
        method: "GET",
        path: path`/api/v1/tracks/${track}`,
        // Bare and with `v`, as https://github.com/firstcoders/mixthat-player (src/MixthatPlayer.js) asks.
        query: { v: 1 },
        shareToken: link.token,
        // What an expired and what a revoked token gets is not documented; all of these end it.
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
    query: { limit: PAGE, ...(cursor === null ? {} : { last_key: cursor }) },
    decode: paged(decodeListedShare, "last_key", cursor),
  });
}

/** The id of the share that this wish made, which its own answer does not tell; null when it is not to be found. */
async function findId(
  at: Connection,
  { track, nonce }: ShareRequest,
  address: string,
): Promise<string | null> {
  let cursor: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const listed: Awaited<ReturnType<typeof links>> = await links(at, track, cursor);
    if (!listed.ok) return null;
    const found = listed.value.items.filter((share) => share.nonce === nonce);
    // Two, when the browser itself has sent the request again; only one of them has this address.
    const own = found.length > 1 ? found.find(({ id }) => isAddressOf(address, id)) : found[0];
    if (found.length > 0) return own?.id ?? null;
    cursor = listed.value.next;
    if (cursor === null) return null;
  }
  return null;
}

function shareCall(
  origin: string,
  wish: ShareRequest,
): Required<Pick<Call<CreatedShare>, "body" | "once" | "failures" | "decode" | "partial">> {
  const body = shareBody(wish);
  return {
    body,
    once: true,
    failures: { 400: refusedShare(body), 402: unpaid },
    decode: decodeCreatedShare(origin, wish),
    partial: decodePartialShare(origin, wish),
  };
}

/** Only what was asked for: unknown fields are refused, and so are options that the plan lacks. */
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
