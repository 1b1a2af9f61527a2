import { within } from "../lib/clamp.ts";
import type { StemChange } from "../controller/requests.ts";
import type { State } from "./state.ts";

/** Changes how one stem is to be heard; what is not said of it stays. An index that is none changes nothing. */
export function setStem(state: State, { index, volume, muted, solo }: StemChange): void {
  state.stems.value = state.stems.value.map((stem, at) => {
    if (at !== index) return stem;
    return {
      label: stem.label,
      volume: within(volume ?? stem.volume, 1),
      muted: muted ?? stem.muted,
      solo: solo ?? stem.solo,
    };
  });
}
