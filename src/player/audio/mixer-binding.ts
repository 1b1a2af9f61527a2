import type { SharedTrack } from "../state/share.ts";
import type { State } from "../state/state.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { createDesk } from "./mixer-output.ts";
import type { Part } from "./output.ts";
import type { Stage } from "./active-output.ts";

/** The desk of one player. */
export interface Parts {
  /** Puts the desk on the stage, where the stage is now, and plays; `again`: the addresses are new. */
  play(track: SharedTrack, parts: readonly Part[], again: boolean): Promise<void>;
  close(): void;
}

/** Binds a desk to what a player's state asks for, until `life` ends. */
export function createParts(stage: Stage, state: State, life: AbortSignal): Parts {
  const desk = createDesk(life);
  let opened: SharedTrack | null = null;
  watchSignals(life, () => desk.mix(state.stems.value));
  watchSignals(life, () => desk.repeat(state.region.value));
  return {
    play(track, parts, again) {
      const at = stage.sound.currentTime;
      stage.put(desk);
      if (again || opened !== track) desk.open(parts, at);
      opened = track;
      return desk.play();
    },
    close() {
      opened = null;
      desk.close();
    },
  };
}
