/* <earmark-player> in the markup of Svelte 5. */
import type { HTMLAttributes } from "svelte/elements";
import type {
  EarmarkPlayer,
  EarmarkPlayerAttributes,
  EarmarkPlayerEventMap,
} from "./earmark-player.js";

export type { EarmarkPlayer } from "./earmark-player.js";

/** `onplay`, `ontimeupdate` … */
type Listeners = {
  [K in keyof EarmarkPlayerEventMap as `on${K}`]?: (event: EarmarkPlayerEventMap[K]) => void;
};

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "earmark-player": Omit<
      HTMLAttributes<EarmarkPlayer>,
      keyof EarmarkPlayerAttributes | keyof Listeners
    > &
      EarmarkPlayerAttributes &
      Listeners;
  }
}
