import {
  anything,
  boolean,
  decode,
  list,
  malformed,
  nullable,
  number,
  oneOf,
  record,
  text,
} from "../model/decode.ts";
import type { Decoded, Decoder } from "../model/decode.ts";
import { playbackAddress } from "./address.ts";
import type { Failure } from "./failure.ts";
import { bareTrack } from "./shared.ts";
import type { Answer } from "./sources/source.ts";
import type { Shared, SharedTrack } from "./shared.ts";

export const failed = (failure: Failure): Answer => ({ ok: false, failure });

// https://docs.aitronos.com/docs/api-reference/music/resolve-share; fields nobody needs are not looked at.
const trackView = record({
  title: nullable(text()),
  measured_duration_seconds: nullable(number(0)),
  playback_url: nullable(text()),
  licence: nullable(
    record({
      licence_class: nullable(text(64)),
      requires_attribution: nullable(boolean),
    }),
  ),
});

const envelope = record({ available: boolean, message: nullable(text()) });

const share = record({
  kind: oneOf("track", "collection"),
  track: nullable(trackView),
  tracks: nullable(list(trackView)),
  collection: nullable(record({ name: nullable(text()) })),
});

const refusal = record({ success: anything, error: record({ status: number() }) });

function sharedTrack(view: Decoded<typeof trackView>, plain: boolean): SharedTrack {
  return {
    ...bareTrack,
    title: view.title?.trim() || null,
    seconds: view.measured_duration_seconds || null,
    playbackUrl: view.playback_url === null ? null : playbackAddress(view.playback_url, plain),
    credit: view.licence?.requires_attribution
      ? { licence: view.licence.licence_class ?? "" }
      : null,
  };
}

function shared(plain: boolean): Decoder<Shared> {
  return (value, where) => {
    const { kind, track, tracks, collection } = share(value, where);
    const views = kind === "track" ? track && [track] : tracks;
    if (!views) malformed(kind === "track" ? "track" : "tracks");
    const name = kind === "collection" ? collection?.name?.trim() || null : null;
    return { kind, name, tracks: views.map((view) => sharedTrack(view, plain)) };
  };
}

/** Reads the body of a resolved share; never throws. `plain`: see `ShareAddress`. */
export function decodeShare(body: unknown, plain: boolean): Answer {
  const outer = decode(envelope, body);
  if (!outer.ok) return failed({ kind: "malformed", where: "available" });
  if (!outer.value.available)
    return failed({ kind: "removed", message: outer.value.message?.trim() ?? "" });
  const inner = decode(shared(plain), body);
  if (!inner.ok)
    return failed({
      kind: "malformed",
      where: inner.failure.kind === "malformed" ? inner.failure.where : "",
    });
  if (!inner.value.tracks[0]?.playbackUrl) return failed({ kind: "no-sound" });
  return { ok: true, shared: inner.value };
}

/** The HTTP status inside the usual error envelope, or null when the body is none. */
export function refusedStatus(body: unknown): number | null {
  const found = decode(refusal, body);
  return found.ok && found.value.success === false ? found.value.error.status : null;
}
