import { loadMore } from "../more.ts";
import { fetchPeaks } from "../peaks.ts";
import type { SharedTrack } from "../shared.ts";
import type { State } from "../state.ts";
import { watch } from "../watch.ts";
import { openContext } from "./context.ts";
import type { Desk, Part } from "./sound.ts";
import type { Stage } from "./stage.ts";

/** What `earmark-desk.js` offers. */
export interface DeskFile {
  createDesk(life: AbortSignal): Desk;
}

/** Gives each track the engine that can play it: the `<audio>` element, or the desk. */
export interface Cast {
  /** Says what a track has, before it sounds; a mix already made of parts with the same names is kept. */
  prepare(track: SharedTrack | null): void;
  /** Plays it where the stage is now; `again`: its addresses are new. Call it in the press itself. */
  play(track: SharedTrack, again: boolean): Promise<void>;
  /** Lets go of everything that sounds or loads. */
  clear(): void;
  /** Fetches the engine, so that a press finds it here. */
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
  let desk: Desk | null = null;
  let opened: SharedTrack | null = null;
  let listsNatively = media.canPlayType("application/vnd.apple.mpegurl") !== "";
  let loading = new AbortController();

  function partsOf({ stems, isList, playbackUrl }: SharedTrack): readonly Part[] {
    if (stems.length > 0) return stems;
    return isList && !listsNatively && playbackUrl ? [{ url: playbackUrl }] : [];
  }

  async function fetchDesk(): Promise<Desk> {
    const { createDesk } = await loadMore<DeskFile>("desk");
    if (desk) return desk;
    const made = createDesk(life);
    watch(life, () => made.mix(state.stems.value));
    watch(life, () => made.repeat(state.region.value));
    desk = made;
    return made;
  }

  async function drawPeaks(urls: readonly (string | null)[]): Promise<void> {
    const { signal } = loading;
    const peaks = await fetchPeaks(
      urls.filter((url) => url !== null),
      AbortSignal.any([life, signal]),
    );
    if (peaks && !signal.aborted) state.peaks.value = peaks;
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
    const { signal } = loading;
    openContext();
    if (!desk) {
      state.startsWhenHere.value = true;
      await fetchDesk();
      // Paused, or another track, in the meantime.
      if (!desk || signal.aborted || !state.startsWhenHere.value) return;
    }
    const at = stage.sound.currentTime;
    stage.put(desk);
    if (again || opened !== track) desk.open(partsOf(track), at);
    opened = track;
    // Each part has a waveform of its own: too many requests before a press, none too many after it.
    if (!state.peaks.peek()) void drawPeaks(track.stems.map(({ peaksUrl }) => peaksUrl));
    return desk.play();
  }

  return {
    prepare(track) {
      const stems = track?.stems ?? [];
      const names = (parts: readonly { label: string }[]): string =>
        JSON.stringify(parts.map(({ label }) => label));
      if (names(stems) !== names(state.stems.peek()))
        state.stems.value = stems.map(({ label, volume, muted }) => ({
          label,
          volume,
          muted,
          solo: false,
        }));
      if (track?.peaksUrl && !state.peaks.peek()) void drawPeaks([track.peaksUrl]);
    },
    play: (track, again) =>
      partsOf(track).length > 0 ? playParts(track, again) : playMedia(track.playbackUrl, again),
    clear() {
      loading.abort();
      loading = new AbortController();
      desk?.close();
      stage.put(media);
      media.removeAttribute("src");
      media.load();
      media.currentTime = 0;
      opened = null;
      state.region.value = null;
      state.peaks.value = null;
    },
    warm(track) {
      // What it cannot fetch now is said when it is needed.
      if (partsOf(track).length > 0) fetchDesk().catch(() => undefined);
    },
    replace(track) {
      const could = track !== null && track.isList && listsNatively;
      if (could) listsNatively = false;
      return could;
    },
  };
}
