import type { Call } from "../../http/call.ts";
import { decodeResponse } from "../../http/decode-response.ts";
import { path } from "../../http/encode-path.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Track } from "../../model/track.ts";
import { anything, list, record } from "../../shared/decode.ts";
import type { Connection, Provider, SavedTrack, ShareRequest } from "../contract/adapter.ts";
import { isCollectionId } from "./collection-id.ts";
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

/** Items per request; the service allows 1–100. https://docs.aitronos.com/docs/api-reference/music/list-tracks */
const PAGE_ITEMS = 100;

/** How many collections are searched at most, so that the search ends even when every page is full. */
const MAX_COLLECTIONS = 2000;

/** Aitronos Music. https://docs.aitronos.com/docs/api-reference/music/introduction */
export const aitronos = {
  id: "aitronos",
  // No endpoint only checks a key, so this is the request with the shortest response that needs one.
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

  share({ client, settings }, request) {
    const { track: id, terms } = request;
    return client.send({
      ...shareCall(client.origin, request),
      method: "POST",
      path: isCollectionId(id)
        ? path`/v1/music/${organization(settings)}/collections/${id}/share`
        : path`/v1/music/${organization(settings)}/tracks/${id}/share`,
      body: shareBody(terms),
    });
  },

  readShare: (origin, request, response) =>
    decodeResponse(shareCall(origin, request), response, null),

  revoke: ({ client, settings }, { id }) =>
    client
      .send({
        method: "DELETE",
        path: path`/v1/music/${organization(settings)}/share/${id}`,
        decode: acknowledgement,
      })
      .then(nothing),

  save,

  // Assumed: the documentation of this request could not be read. Path and response follow those of related requests.
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
      query: { limit: PAGE_ITEMS, offset },
      decode: record({ items: list(decodeLibraryTrack(client.origin)) }),
    });
    if (!page.ok) return page;
    const { items } = page.value;
    // The response has no total, so a page that is not full is the last one.
    return ok({ items, next: items.length < PAGE_ITEMS ? null : String(offset + PAGE_ITEMS) });
  },

  open: (client, link) =>
    client.send({
      method: "GET",
      path: path`/v1/music/shared/${link.token}`,
      signed: false, // "do not send an API key" (docs, resolve-share)
      failures: { 404: { kind: "gone" } }, // the same for missing, revoked and expired links
      decode: decodeSharedTrack(client.origin),
    }),
} satisfies Provider;

/** Finds a collection in the list of the account's collections, because no request returns a single one. */
async function collection({ client, settings }: Connection, id: string): Promise<Result<Track>> {
  for (let offset = 0; offset < MAX_COLLECTIONS; offset += PAGE_ITEMS) {
    const page = await client.send({
      method: "GET",
      path: path`/v1/music/${organization(settings)}/collections`,
      query: { limit: PAGE_ITEMS, offset },
      decode: record({ items: list(decodeCollection(client.origin)) }),
    });
    if (!page.ok) return page;
    const { items } = page.value;
    const found = items.find((each) => each.id === id);
    if (found) return ok(found);
    if (items.length < PAGE_ITEMS) break;
  }
  return fail({ kind: "not-yours" });
}

function shareCall(
  origin: string,
  request: ShareRequest,
): Pick<Call<CreatedShare>, "once" | "decode" | "partial"> {
  return {
    once: true,
    decode: decodeCreatedShare(origin),
    partial: decodePartialShare(origin, request),
  };
}

/** The service lowers more than 90 days to 90. Without `expires_in_days` the link never expires. */
function shareBody(terms: Terms): Record<string, string | number> {
  return {
    visibility: terms.visibility === "public" ? "public" : "link_only",
    ...(terms.expiresInDays === null ? {} : { expires_in_days: terms.expiresInDays }),
  };
}

/** When a track is saved from a share link, the path has no organisation, and the status is 201 instead of 200. */
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
