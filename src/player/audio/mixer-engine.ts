import { drawPeaks } from "./load-peaks.ts";
import type { SharedTrack } from "../state/share.ts";
import type { State } from "../state/state.ts";
import type { Cast } from "./engine.ts";
import { readAhead } from "./prefetch-playlists.ts";
import { createParts } from "./mixer-binding.ts";
import type { Parts } from "./mixer-binding.ts";
import type { Part } from "./output.ts";
import type { Stage } from "./active-output.ts";

/** What `cast.ts` asks for a track that has more than one plain file. */
export interface PartsCast extends Omit<Cast, "play"> {
  /** Plays it on the desk; null when it is for the `<audio>` element. */
  play(track: SharedTrack, again: boolean): Promise<void> | null;
}

const names = (parts: readonly { label: string }[]): string =>
  JSON.stringify(parts.map(({ label }) => label));

/** The desk's side of a cast: stems, waveforms, and playlists that the browser does not play, until `life` ends. */
export function castParts(
  media: HTMLMediaElement,
  stage: Stage,
  state: State,
  life: AbortSignal,
): PartsCast {
  let desk: Parts | null = null;
  let listsNatively = media.canPlayType("application/vnd.apple.mpegurl") !== "";
  let open = new AbortController();

  function partsOf({ stems, isList, playbackUrl }: SharedTrack): readonly Part[] {
    if (stems[0]) return stems;
    return isList && !listsNatively && playbackUrl ? [{ url: playbackUrl }] : [];
  }

  // One request more than the share's, and one for each stem where the whole has no waveform: not before a press is near.
  function draw(track: SharedTrack, isPlayed: boolean): void {
    const signal = AbortSignal.any([life, open.signal]);
    if (track.peaksUrl || track.stems[0]) void drawPeaks(track, isPlayed, state, signal);
  }

  return {
    prepare(track) {
      const stems = track?.stems ?? [];
      if (names(stems) !== names(state.stems.peek()))
        state.stems.value = stems.map(({ label, volume, muted }) => ({
          label,
          volume,
          muted,
          solo: false,
        }));
    },
    play(track, again) {
      draw(track, true);
      const parts = partsOf(track);
      if (!parts[0]) return null;
      desk ??= createParts(stage, state, life);
      return desk.play(track, parts, again);
    },
    clear() {
      open.abort();
      open = new AbortController();
      desk?.close();
    },
    warm(track) {
      draw(track, false);
      // A file would be fetched whole.
      const lists = track.isList ? partsOf(track).map(({ url }) => url) : [];
      if (!desk) readAhead(lists, AbortSignal.any([life, open.signal]));
    },
    replace(track) {
      const could = track?.isList && listsNatively;
      if (could) listsNatively = false;
      return could === true;
    },
  };
}
