import { boolean, decode, malformed, nullable, number, record, text } from "../../shared/decode.ts";
import { parsePlaybackUrl } from "../../shared/playback-url.ts";
import { bareTrack } from "../contract/player-source.ts";
import type { SharedTrack, ShareResult, SourceFailure } from "../contract/player-source.ts";
import { shareResponse } from "./decode-share.ts";

const shareTrack = record({
  title: nullable(text()),
  measured_duration_seconds: nullable(number(0)),
  playback_url: nullable(text()),
  licence: nullable(
    record({ requires_attribution: nullable(boolean), licence_class: nullable(text()) }),
  ),
});
const collectionView = nullable(record({ name: nullable(text()) }));
const errorEnvelope = record({ success: boolean, error: record({ status: nullable(number(0)) }) });

const failed = (failure: SourceFailure): ShareResult => ({ ok: false, failure });

function readTrack(value: unknown, allowsHttp: boolean): SharedTrack {
  const { title, measured_duration_seconds, playback_url: url, licence } = shareTrack(value);
  return {
    ...bareTrack,
    title: title?.trim() || null,
    seconds: measured_duration_seconds || null,
    playbackUrl: url && parsePlaybackUrl(url, allowsHttp),
    credit: licence?.requires_attribution ? { licence: licence.licence_class ?? "" } : null,
  };
}

function readShare(body: unknown, allowsHttp: boolean): ShareResult {
  const { available, message, kind, track, tracks, collection } = shareResponse(body);
  if (!available) return failed({ kind: "removed", message: message?.trim() ?? "" });
  const views = kind === "track" ? [track] : tracks;
  if (!kind || !views) return malformed();
  const read = views.map((view) => readTrack(view, allowsHttp));
  if (!read[0]?.playbackUrl) return failed({ kind: "no-sound" });
  const name = kind === "collection" ? collectionView(collection)?.name?.trim() : "";
  return { ok: true, shared: { kind, name: name || null, tracks: read } };
}

/** Reads the body of a resolved share; a failure when it is none, never an exception. `allowsHttp`: see `SourceUrl`. */
export function decodePlayerShare(body: unknown, allowsHttp: boolean): ShareResult {
  const read = decode((value) => readShare(value, allowsHttp), body);
  return read.ok ? read.value : failed({ kind: "malformed" });
}

/** The HTTP status in an error envelope, or null when the body is none. */
export function findErrorStatus(body: unknown): number | null {
  const read = decode(errorEnvelope, body);
  return read.ok && !read.value.success ? read.value.error.status : null;
}
