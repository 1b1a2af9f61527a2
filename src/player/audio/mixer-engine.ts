import type { SharedTrack } from "../../providers/contract/player-source.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { State } from "../state/state.ts";
import type { ActiveOutput } from "./active-output.ts";
import { loadWaveform } from "./load-waveform.ts";
import { MixerOutput } from "./mixer-output.ts";
import { prefetchPlaylists } from "./prefetch-playlists.ts";

/** Plays the tracks that the `<audio>` element cannot play: stems, and playlists where the browser does not support them. */
export interface MixerEngine {
  /** Sets the stems of a track in the state before it is played; the mix stays as it is when their names are the same. */
  prepare(track: SharedTrack | null): void;
  /** See `PlaybackEngine`; null when the track is for the `<audio>` element. */
  play(track: SharedTrack, hasNewUrls: boolean): Promise<void> | null;
  /** Stops playback and all requests. */
  unload(): void;
  /** Fetches waveform and playlists, because the listener is about to press play. */
  prefetch(track: SharedTrack): void;
  /** Whether the mixer can play what the element has failed to play; it will, at the next `play`. */
  fallBackToMixer(track: SharedTrack | null): boolean;
}

const joinLabels = (stems: readonly { readonly label: string }[]): string =>
  JSON.stringify(stems.map(({ label }) => label));

/** The mixer is created when it is first needed, and closed when `life` aborts. */
export function createMixerEngine(
  media: HTMLMediaElement,
  output: ActiveOutput,
  state: State,
  life: AbortSignal,
): MixerEngine {
  let mixer: MixerOutput | null = null;
  /** The track that is open in the mixer. */
  let opened: SharedTrack | null = null;
  let playsHls = media.canPlayType("application/vnd.apple.mpegurl") !== "";
  let requests = new AbortController();

  function createMixer(): MixerOutput {
    const created = new MixerOutput();
    life.addEventListener("abort", () => created.close(), { once: true });
    watchSignals(life, () => created.setStems(state.stems.value));
    watchSignals(life, () => created.setRegion(state.region.value));
    return created;
  }

  /** The URLs that the mixer plays; none for a track that is for the `<audio>` element. */
  function mixerUrls({ stems, isList, playbackUrl }: SharedTrack): readonly string[] {
    if (stems[0]) return stems.map(({ url }) => url);
    return isList && !playsHls && playbackUrl ? [playbackUrl] : [];
  }

  const untilUnload = (): AbortSignal => AbortSignal.any([life, requests.signal]);

  // One request for the track, or one for each stem: not before the listener is about to press play.
  function showWaveform(track: SharedTrack, ofStems: boolean): void {
    if (track.peaksUrl || track.stems[0]) void loadWaveform(track, ofStems, state, untilUnload());
  }

  return {
    prepare(track) {
      const stems = track?.stems ?? [];
      if (joinLabels(stems) !== joinLabels(state.stems.peek()))
        state.stems.value = stems.map(({ label, volume, muted }) => ({
          label,
          volume,
          muted,
          solo: false,
        }));
    },
    play(track, hasNewUrls) {
      showWaveform(track, true);
      const urls = mixerUrls(track);
      if (!urls[0]) return null;
      mixer ??= createMixer();
      const position = output.current.currentTime;
      output.switchTo(mixer);
      if (hasNewUrls || opened !== track) mixer.open(urls, position);
      opened = track;
      return mixer.play();
    },
    unload() {
      requests.abort();
      requests = new AbortController();
      opened = null;
      mixer?.close();
    },
    prefetch(track) {
      showWaveform(track, false);
      // Playlists only: an audio file would be fetched whole.
      if (!mixer && track.isList) prefetchPlaylists(mixerUrls(track), untilUnload());
    },
    fallBackToMixer(track) {
      const canFallBack = track?.isList === true && playsHls;
      if (canFallBack) playsHls = false;
      return canFallBack;
    },
  };
}
