import { findPiece } from "../catalogue.ts";
import { formatSeconds } from "../clock.ts";
import type { Environment } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";

function sharedFields(track: TrackRow) {
  return {
    id: track.id,
    title: track.title,
    engine: track.engine,
    mode: track.mode,
    measured_duration_seconds: findPiece(track.audio).seconds,
    instrumental: true,
  };
}

/** As in a list: no addresses. https://docs.aitronos.com/docs/api-reference/music/list-tracks */
export function describeListedTrack(track: TrackRow) {
  return {
    ...sharedFields(track),
    licence_class: track.licence_class,
    created_at: formatSeconds(track.created_at),
    playback_url: null,
    stem_urls: null,
  };
}

/** As for the person who created or saved it: with fresh addresses, stems too when there are any. */
export function describeOwnTrack(track: TrackRow, { links }: Environment, origin: string) {
  const { name, stems } = findPiece(track.audio);
  const stemUrls = stems.map((stem) => [stem, links.sign(origin, `${name}-${stem}`)] as const);
  return {
    ...describeListedTrack(track),
    playback_url: links.sign(origin, name),
    stem_urls: stems.length > 0 ? Object.fromEntries(stemUrls) : null,
  };
}

/** As for whoever has the link. https://docs.aitronos.com/docs/api-reference/music/resolve-share */
export function describeSharedTrack(track: TrackRow, { links }: Environment, origin: string) {
  return {
    ...sharedFields(track),
    playback_url: links.sign(origin, findPiece(track.audio).name),
    licence: {
      licence_class: track.licence_class,
      licence_version: "2026-01",
      commercial_use: track.licence_class.startsWith("commercial"),
      requires_attribution: false,
    },
  };
}
