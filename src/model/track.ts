import { nullable, number, oneOf, record, text } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { providerIds } from "./provider-id.ts";
import type { ProviderId } from "./provider-id.ts";

/** Which track, at which installation of which service. */
export interface TrackRef {
  provider: ProviderId;
  /** The service's API origin, e.g. `https://api.aitronos.com`. */
  origin: string;
  /** The service's own id, which is not parsed; for a web page its URL. */
  id: string;
}

export interface Track extends TrackRef {
  title: string | null;
  /** Seconds. */
  duration: number | null;
  artist?: string | null;
  album?: string | null;
  /** Address of a picture, http(s). */
  artwork?: string | null;
}

export const trackRef: Decoder<TrackRef> = record({
  provider: oneOf(...providerIds),
  origin: text(256),
  id: text(128),
});

export const trackShape = {
  provider: oneOf(...providerIds),
  origin: text(256),
  id: text(2048),
  title: nullable(text(512)),
  duration: nullable(number(0)),
  artist: nullable(text(512)),
  album: nullable(text(512)),
  artwork: nullable(text(2048)),
};

export const track: Decoder<Track> = record(trackShape);

/** A string that is different for every track, for use as a key. */
export function toTrackKey(ref: TrackRef): string {
  return JSON.stringify([ref.provider, ref.origin, ref.id]);
}
