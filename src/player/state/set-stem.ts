import { clamp } from "../lib/clamp.ts";
import type { State, Stem } from "./state.ts";

/** The new settings of the stem at `index`; what is left out stays as it is. Volume 0 to 1. */
export type StemChange = { readonly index: number } & Partial<Omit<Stem, "label">>;

/** Changes the settings of one stem; those left out stay. An index out of range changes nothing. */
export function setStem(state: State, { index, volume, muted, solo }: StemChange): void {
  state.stems.value = state.stems.value.map((stem, at) => {
    if (at !== index) return stem;
    return {
      label: stem.label,
      volume: clamp(volume ?? stem.volume, 1),
      muted: muted ?? stem.muted,
      solo: solo ?? stem.solo,
    };
  });
}
