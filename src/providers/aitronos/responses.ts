import type { CreatedShare } from "../../model/remote-share.ts";
import type { Track } from "../../model/track.ts";
import {
  boolean,
  decodePart,
  instant,
  malformed,
  matching,
  nullable,
  number,
  oneOf,
  record,
  text,
  texts,
} from "../../shared/decode.ts";
import type { Decoder } from "../../shared/decode.ts";
import type { SavedTrack, SharedTrack, ShareRequest, TrackAudio } from "../contract/adapter.ts";
import { getExpiryAfter, withDefault } from "../contract/cut-response.ts";
import { shareResponse } from "./decode-share.ts";

/** The longest life of a link, in days; the service lowers longer ones to it. https://docs.aitronos.com/docs/api-reference/music/share-track */
const MAX_DAYS = 90;

/** `{success, id, detail}`: the response to every change that creates nothing. */
export const acknowledgement = record({ success: boolean });

const view = record({
  id: text(128),
  title: nullable(text(512)),
  measured_duration_seconds: nullable(number(0)),
});

export function decodeTrack(origin: string): Decoder<Track> {
  return (value) => {
    const { id, title, measured_duration_seconds: duration } = view(value);
    return { provider: "aitronos", origin, id, title, duration };
  };
}

/** A collection as a track with the collection's name as its title. https://docs.aitronos.com/docs/api-reference/music/list-collections */
export function decodeCollection(origin: string): Decoder<Track> {
  const named = record({ id: text(128), name: nullable(text(512)) });
  return (value) => {
    const { id, name: title } = named(value);
    return { provider: "aitronos", origin, id, title, duration: null };
  };
}

/** A track of the library. The service gives the date of its creation, not the date when it was saved. */
export function decodeLibraryTrack(origin: string): Decoder<SavedTrack> {
  const made = record({ created_at: instant });
  return (value) => ({
    ...decodeTrack(origin)(value),
    source: "own",
    savedAt: made(value).created_at,
  });
}

/** The response to saving a track. It has no title, so the caller adds what it knows. */
export function decodeSavedTrack(origin: string): Decoder<SavedTrack> {
  const edge = record({ track_id: text(128), source: oneOf("own", "shared"), created_at: instant });
  return (value) => {
    const { track_id: id, source, created_at: savedAt } = edge(value);
    return { provider: "aitronos", origin, id, title: null, duration: null, source, savedAt };
  };
}

const TOKEN = /^[\w-]{1,256}$/;
const shareToken = matching(TOKEN);
const visibility = oneOf("link_only", "public");

/**
 * A share that was just created. Its address is built from the token in the documented form,
 * `{origin}/v1/music/shared/{token}`; `url` is not used, because it could have another host or scheme.
 */
export function decodeCreatedShare(origin: string): Decoder<CreatedShare> {
  const made = record({
    id: text(128),
    token: shareToken,
    visibility,
    expires_at: nullable(instant),
    created_at: instant,
  });
  return (value) => toShare(origin, made(value));
}

/**
 * A share whose response broke off. Its token or its address is enough. Without its id the link cannot be revoked, but without
 * this row nobody would have the link at all.
 */
export function decodePartialShare(origin: string, request: ShareRequest): Decoder<CreatedShare> {
  const { expiresInDays: days, visibility: requested } = request.terms;
  const cut = record({
    id: nullable(text(128)),
    token: nullable(shareToken),
    url: nullable(text()),
    visibility: withDefault(visibility, requested === "public" ? "public" : "link_only"),
    expires_at: withDefault(
      nullable(instant),
      getExpiryAfter(days && Math.min(days, MAX_DAYS), request),
    ),
    created_at: withDefault(instant, request.now),
  });
  return (value) => {
    const { url, ...made } = cut(value);
    const token = made.token ?? findToken(url, origin) ?? malformed("token");
    return toShare(origin, { ...made, token });
  };
}

function findToken(url: string | null, origin: string): string | null {
  const start = `${origin}/v1/music/shared/`;
  const token = url?.startsWith(start) ? url.slice(start.length) : "";
  return TOKEN.test(token) ? token : null;
}

interface Made {
  id: string | null;
  token: string;
  visibility: "link_only" | "public";
  expires_at: number | null;
  created_at: number;
}

const toShare = (origin: string, { id, token, ...made }: Made): CreatedShare => ({
  id,
  url: `${origin}/v1/music/shared/${token}`,
  embedUrl: null,
  visibility: made.visibility === "public" ? "public" : "link-only",
  expiresAt: made.expires_at,
  createdAt: made.created_at,
});

/** The first track that a share link opens. A removed track is a normal response with only `message` filled. */
export function decodeSharedTrack(origin: string): Decoder<SharedTrack> {
  return (value) => {
    const { available, message, track, tracks } = shareResponse(value);
    const first = track ?? tracks?.[0] ?? null;
    if (!available || first === null) return { track: null, message };
    return { track: decodePart(".track", decodeTrack(origin), first), message };
  };
}

/** Signed addresses that expire quickly: they are requested for each use and never stored. */
export function decodeTrackAudio(origin: string): Decoder<TrackAudio> {
  const signed = record({ playback_url: nullable(text()), stem_urls: nullable(texts) });
  const playable = (url: string): boolean =>
    URL.canParse(url) && ["https:", new URL(origin).protocol].includes(new URL(url).protocol);
  return (value) => {
    const { playback_url: mix, stem_urls: stems } = signed(value);
    return {
      mix: mix !== null && playable(mix) ? mix : null,
      stems: Object.entries(stems ?? {}).flatMap(([label, url]) =>
        playable(url) ? [{ id: label, label, url, waveform: null }] : [],
      ),
    };
  };
}
