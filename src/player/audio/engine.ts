import { offered } from "../chunks/mixer-chunk.ts";
import type { SharedTrack } from "../state/share.ts";
import type { State } from "../state/state.ts";
import type { PartsCast } from "./mixer-engine.ts";
import type { Stage } from "./active-output.ts";

/** Gives each track the engine that can play it: the `<audio>` element, or the desk. */
export interface Cast {
  /** Says what a track has, before it sounds; a mix already made of parts with the same names is kept. */
  prepare(track: SharedTrack | null): void;
  /** Plays it where the stage is now; `again`: its addresses are new. Call it in the press itself. */
  play(track: SharedTrack, again: boolean): Promise<void>;
  /** Lets go of everything that sounds or loads. */
  clear(): void;
  /** Fetches the waveform: somebody is about to listen. */
  warm(track: SharedTrack): void;
  /** Whether the desk can take over from an element that failed; it will, at the next `play`. */
  replace(track: SharedTrack | null): boolean;
}

export function createCast(
  media: HTMLMediaElement,
  stage: Stage,
  state: State,
  life: AbortSignal,
): Cast {
  let made: PartsCast | undefined;
  // A track that has parts, a waveform or a playlist was found by the desk's file: where that has not come there is none.
  const parts = (): PartsCast | undefined =>
    (made ??= offered()?.castParts(media, stage, state, life));

  function playMedia(url: string | null, again: boolean): Promise<void> {
    stage.put(media);
    if (url && (again || media.error || media.src !== url)) {
      const at = media.currentTime;
      media.src = url;
      media.currentTime = at;
    }
    return media.play();
  }

  return {
    prepare: (track) => parts()?.prepare(track),
    play: async (track, again) =>
      parts()?.play(track, again) ?? playMedia(track.playbackUrl, again),
    clear() {
      made?.clear();
      stage.put(media);
      media.removeAttribute("src");
      media.load();
      media.currentTime = 0;
      state.region.value = state.peaks.value = null;
    },
    warm: (track) => parts()?.warm(track),
    replace: (track) => parts()?.replace(track) ?? false,
  };
}
