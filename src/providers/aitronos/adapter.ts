import { path } from "../../http/encode-path.ts";
import type { Call } from "../../http/call.ts";
import { readResponse } from "../../http/read-response.ts";
import { anything, list, record } from "../../shared/decode.ts";
import { isCollectionId } from "./collection-id.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Track } from "../../model/track.ts";
import {
  acknowledgement,
  decodeCollection,
  decodeLibraryTrack,
  decodeSharedTrack,
  decodeSavedTrack,
  decodePartialShare,
  decodeCreatedShare,
  decodeTrackAudio,
  decodeTrack,
} from "./responses.ts";
import type { Connection, Provider, SavedTrack, ShareRequest } from "../contract/adapter.ts";

/** Items per request; the service allows 1–100. https://docs.aitronos.com/docs/api-reference/music/list-tracks */
const PAGE = 100;

/** Nobody has more; a service that answers full pages for ever is not asked for ever. */
const MOST_COLLECTIONS = 2000;

/** Aitronos Music. https://docs.aitronos.com/docs/api-reference/music/introduction */
export const aitronos = {
  id: "aitronos",
  // There is no endpoint that only says who one is; the shortest authenticated answer serves.
  check: ({ client, settings }) =>
    client
      .send({
        method: "GET",
        path: path`/v1/music/${organization(settings)}/tracks`,
        query: { limit: 1 },
        decode: record({ items: list(anything) }),
      })
      .then(nothing),

  track: (at, id) =>
    isCollectionId(id)
      ? collection(at, id)
      : at.client.send({
          method: "GET",
          path: path`/v1/music/${organization(at.settings)}/tracks/${id}`,
          decode: decodeTrack(at.client.origin),
        }),

  async getAudio({ client, settings }, id) {
    return client.send({
      method: "GET",
      path: path`/v1/music/${organization(settings)}/tracks/${id}`,
      decode: decodeTrackAudio(client.origin),
    });
  },

  share({ client, settings }, wish) {
    const { track: id, terms } = wish;
    return client.send({
      ...shareCall(client.origin, wish),
      method: "POST",
      path: isCollectionId(id)
        ? path`/v1/music/${organization(settings)}/collections/${id}/share`
        : path`/v1/music/${organization(settings)}/tracks/${id}/share`,
      body: shareBody(terms),
    });
  },

  readShare: (origin, wish, answer) => readResponse(shareCall(origin, wish), answer, null),

  revoke: ({ client, settings }, { id }) =>
    client
      .send({
        method: "DELETE",
        path: path`/v1/music/${organization(settings)}/share/${id}`,
        decode: acknowledgement,
      })
      .then(nothing),

  save,

  // The page on removing a saved track could not be read; path and answer follow its siblings'.
  unsave: ({ client, settings }, id) =>
    client
      .send({
        method: "DELETE",
        path: path`/v1/music/${organization(settings)}/tracks/${id}/save`,
        decode: acknowledgement,
      })
      .then(nothing),

  async library({ client, settings }, cursor) {
    const offset = Number(cursor ?? 0);
    const page = await client.send({
      method: "GET",
      path: path`/v1/music/${organization(settings)}/tracks`,
      query: { limit: PAGE, offset },
      decode: record({ items: list(decodeLibraryTrack(client.origin)) }),
    });
    if (!page.ok) return page;
    const { items } = page.value;
    // There is no total: a short page is the last one.
    return ok({ items, next: items.length < PAGE ? null : String(offset + PAGE) });
  },

  open: (client, link) =>
    client.send({
      method: "GET",
      path: path`/v1/music/shared/${link.token}`,
      signed: false, // "do not send an API key" (docs, resolve-share)
      failures: { 404: { kind: "gone" } }, // one answer for missing, revoked and expired
      decode: decodeSharedTrack(client.origin),
    }),
} satisfies Provider;

/** There is no request for one collection: it is looked for among the account's own. */
async function collection({ client, settings }: Connection, id: string): Promise<Result<Track>> {
  for (let offset = 0; offset < MOST_COLLECTIONS; offset += PAGE) {
    const page = await client.send({
      method: "GET",
      path: path`/v1/music/${organization(settings)}/collections`,
      query: { limit: PAGE, offset },
      decode: record({ items: list(decodeCollection(client.origin)) }),
    });
    if (!page.ok) return page;
    const { items } = page.value;
    const found = items.find((each) => each.id === id);
    if (found) return ok(found);
    if (items.length < PAGE) break;
  }
  return fail({ kind: "not-yours" });
}

function shareCall(
  origin: string,
  wish: ShareRequest,
): Pick<Call<CreatedShare>, "once" | "decode" | "partial"> {
  return {
    once: true,
    decode: decodeCreatedShare(origin),
    partial: decodePartialShare(origin, wish),
  };
}

/** Values over 90 are clamped by the service; leaving the field out means never. */
function shareBody(terms: Terms): Record<string, string | number> {
  return {
    visibility: terms.visibility === "public" ? "public" : "link_only",
    ...(terms.expiresInDays === null ? {} : { expires_in_days: terms.expiresInDays }),
  };
}

/** From a share link the path has no organisation, and the answer is 201 instead of 200. */
function save(
  { client, settings }: Connection,
  source: Parameters<NonNullable<Provider["save"]>>[1],
): Promise<Result<SavedTrack>> {
  return client.send({
    method: "POST",
    path:
      "link" in source
        ? path`/v1/music/shared/${source.link.token}/save`
        : path`/v1/music/${organization(settings)}/tracks/${source.track}/save`,
    ...("link" in source ? { failures: { 404: { kind: "gone" } as const } } : {}),
    decode: decodeSavedTrack(client.origin),
  });
}

const organization = (settings: Record<string, string>): string => settings.organization ?? "";

const nothing = (result: Result<unknown>): Result<void> => (result.ok ? ok(undefined) : result);
