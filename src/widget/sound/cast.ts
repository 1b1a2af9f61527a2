import { askDesk } from "../desk-file.ts";
import type { SharedTrack } from "../shared.ts";
import type { State } from "../state.ts";
import { openContext } from "./context.ts";
import type { Parts } from "./parts.ts";
import type { Part } from "./sound.ts";
import type { Stage } from "./stage.ts";

/** Gives each track the engine that can play it: the `<audio>` element, or the desk. */
export interface Cast {
  /** Says what a track has, before it sounds; a mix already made of parts with the same names is kept. */
  prepare(track: SharedTrack | null): void;
  /** Plays it where the stage is now; `again`: its addresses are new. Call it in the press itself. */
  play(track: SharedTrack, again: boolean): Promise<void>;
  /** Lets go of everything that sounds or loads. */
  clear(): void;
  /** Fetches the engine and the waveform: somebody is about to listen. */
  warm(track: SharedTrack): void;
  /** Whether the desk can take over from an element that failed; it will, at the next `play`. */
  replace(track: SharedTrack | null): boolean;
}

const names = (parts: readonly { label: string }[]): string =>
  JSON.stringify(parts.map(({ label }) => label));

export function createCast(
  media: HTMLMediaElement,
  stage: Stage,
  state: State,
  life: AbortSignal,
): Cast {
  let desk: Parts | null = null;
  let listsNatively = media.canPlayType("application/vnd.apple.mpegurl") !== "";
  let open = new AbortController();

  function partsOf({ stems, isList, playbackUrl }: SharedTrack): readonly Part[] {
    if (stems[0]) return stems;
    return isList && !listsNatively && playbackUrl ? [{ url: playbackUrl }] : [];
  }

  // One request more than the share's, and one for each stem where the whole has no waveform: not before a press is near.
  async function draw(track: SharedTrack, isPlayed: boolean): Promise<void> {
    const signal = AbortSignal.any([life, open.signal]);
    if (track.peaksUrl || track.stems[0])
      await (await askDesk())?.drawPeaks(track, isPlayed, state, signal);
  }

  function playMedia(url: string | null, again: boolean): Promise<void> {
    stage.put(media);
    if (url && (again || media.error || media.src !== url)) {
      const at = media.currentTime;
      media.src = url;
      media.currentTime = at;
    }
    return media.play();
  }

  async function playParts(track: SharedTrack, again: boolean): Promise<void> {
    const { signal } = open;
    openContext();
    if (!desk) {
      state.startsWhenHere.value = true;
      const file = await askDesk();
      // Paused, or another track, in the meantime.
      if (life.aborted || signal.aborted || !state.startsWhenHere.value) return;
      if (!file) throw new Error("The desk could not be fetched.");
      desk ??= file.createParts(stage, state, life);
    }
    return desk.play(track, partsOf(track), again);
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
      void draw(track, true);
      return partsOf(track)[0] ? playParts(track, again) : playMedia(track.playbackUrl, again);
    },
    clear() {
      open.abort();
      open = new AbortController();
      desk?.close();
      stage.put(media);
      media.removeAttribute("src");
      media.load();
      media.currentTime = 0;
      state.region.value = state.peaks.value = null;
    },
    warm: (track) => void draw(track, false),
    replace(track) {
      const could = track?.isList && listsNatively;
      if (could) listsNatively = false;
      return could === true;
    },
  };
}
