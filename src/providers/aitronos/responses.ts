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
import { shareResponse } from "./decode-share.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import type { Track } from "../../model/track.ts";
import { getExpiryAfter, withDefault } from "../contract/cut-response.ts";
import type { SavedTrack, SharedTrack, ShareRequest, TrackAudio } from "../contract/adapter.ts";

/** Longer links are clamped to this. https://docs.aitronos.com/docs/api-reference/music/share-track */
const LONGEST_DAYS = 90;

/** `{success, id, detail}`, the answer to every change that makes nothing. */
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

/** A collection, under the name it has. https://docs.aitronos.com/docs/api-reference/music/list-collections */
export function decodeCollection(origin: string): Decoder<Track> {
  const named = record({ id: text(128), name: nullable(text(512)) });
  return (value) => {
    const { id, name: title } = named(value);
    return { provider: "aitronos", origin, id, title, duration: null };
  };
}

/** Library items carry the date the track was made, not the date it was saved. */
export function decodeLibraryTrack(origin: string): Decoder<SavedTrack> {
  const made = record({ created_at: instant });
  return (value) => ({
    ...decodeTrack(origin)(value),
    source: "own",
    savedAt: made(value).created_at,
  });
}

/** The edge that saving makes; it has no title, so the caller adds what it knows. */
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
 * A share just made. Its `url` is documented as `{origin}/v1/music/shared/{token}`; anything else
 * (another host, another scheme) is not passed on, but built from the token.
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
 * A share whose answer broke off: its token or its address is enough to keep it as a link. Without
 * its id nothing can revoke it, but nothing else can ever open it either.
 */
export function decodePartialShare(origin: string, wish: ShareRequest): Decoder<CreatedShare> {
  const { expiresInDays: days, visibility: asked } = wish.terms;
  const cut = record({
    id: nullable(text(128)),
    token: nullable(shareToken),
    url: nullable(text()),
    visibility: withDefault(visibility, asked === "public" ? "public" : "link_only"),
    expires_at: withDefault(
      nullable(instant),
      getExpiryAfter(days && Math.min(days, LONGEST_DAYS), wish),
    ),
    created_at: withDefault(instant, wish.now),
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

/** Signed addresses that expire quickly: a fresh answer for each play, never stored. */
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
