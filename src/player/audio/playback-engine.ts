import type { SharedTrack } from "../../providers/contract/player-source.ts";
import { getMixerChunk } from "../chunks/mixer-chunk.ts";
import type { State } from "../state/state.ts";
import type { ActiveOutput } from "./active-output.ts";
import type { MixerEngine } from "./mixer-engine.ts";

/** Plays each track with the output that can play it: the `<audio>` element, or the mixer. */
export interface PlaybackEngine extends Omit<MixerEngine, "play"> {
  /** Plays a track from the current position. Call it in the user gesture itself. `hasNewUrls`: its URLs were renewed. */
  play(track: SharedTrack, hasNewUrls: boolean): Promise<void>;
}

export function createPlaybackEngine(
  media: HTMLMediaElement,
  output: ActiveOutput,
  state: State,
  life: AbortSignal,
): PlaybackEngine {
  let created: MixerEngine | undefined;
  // Tracks with stems, a waveform or a playlist come from sources in the mixer's file: before it is loaded there are none.
  const mixerEngine = (): MixerEngine | undefined =>
    (created ??= getMixerChunk()?.createMixerEngine(media, output, state, life));

  function playMedia(url: string | null, hasNewUrls: boolean): Promise<void> {
    output.switchTo(media);
    if (url && (hasNewUrls || media.error || media.src !== url)) {
      const position = media.currentTime;
      media.src = url;
      media.currentTime = position;
    }
    return media.play();
  }

  return {
    prepare: (track) => mixerEngine()?.prepare(track),
    play: async (track, hasNewUrls) =>
      mixerEngine()?.play(track, hasNewUrls) ?? playMedia(track.playbackUrl, hasNewUrls),
    unload() {
      created?.unload();
      output.switchTo(media);
      media.removeAttribute("src");
      media.load();
      media.currentTime = 0;
      state.region.value = state.peaks.value = null;
    },
    prefetch: (track) => mixerEngine()?.prefetch(track),
    fallBackToMixer: (track) => mixerEngine()?.fallBackToMixer(track) ?? false,
  };
}
