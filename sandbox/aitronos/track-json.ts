import { pieceOf } from "../catalogue.ts";
import { isoTime } from "../clock.ts";
import type { World } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";

function sharedFields(track: TrackRow) {
  return {
    id: track.id,
    title: track.title,
    engine: track.engine,
    mode: track.mode,
    measured_duration_seconds: pieceOf(track.audio).seconds,
    instrumental: true,
  };
}

/** As in a list: no addresses. https://docs.aitronos.com/docs/api-reference/music/list-tracks */
export function listedTrack(track: TrackRow) {
  return {
    ...sharedFields(track),
    licence_class: track.licence_class,
    created_at: isoTime(track.created_at),
    playback_url: null,
    stem_urls: null,
  };
}

/** As for the person who created or saved it: with fresh addresses, stems too when there are any. */
export function openedTrack(track: TrackRow, { links }: World, origin: string) {
  const { name, stems } = pieceOf(track.audio);
  const stemUrls = stems.map((stem) => [stem, links.sign(origin, `${name}-${stem}`)] as const);
  return {
    ...listedTrack(track),
    playback_url: links.sign(origin, name),
    stem_urls: stems.length > 0 ? Object.fromEntries(stemUrls) : null,
  };
}

/** As for whoever has the link. https://docs.aitronos.com/docs/api-reference/music/resolve-share */
export function sharedTrack(track: TrackRow, { links }: World, origin: string) {
  return {
    ...sharedFields(track),
    playback_url: links.sign(origin, pieceOf(track.audio).name),
    licence: {
      licence_class: track.licence_class,
      licence_version: "2026-01",
      commercial_use: track.licence_class.startsWith("commercial"),
      requires_attribution: false,
    },
  };
}
