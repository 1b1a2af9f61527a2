/* <earmark-player> in the JSX of React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  EarmarkPlayer,
  EarmarkPlayerAttributes,
  EarmarkPlayerEventMap,
} from "./earmark-player.js";

export type { EarmarkPlayer } from "./earmark-player.js";

/** `onplay`, `ontimeupdate` …: what React 19 listens to on an element of this kind. */
type Listeners = {
  [K in keyof EarmarkPlayerEventMap as `on${K}`]?: (event: EarmarkPlayerEventMap[K]) => void;
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "earmark-player": DetailedHTMLProps<HTMLAttributes<EarmarkPlayer>, EarmarkPlayer> &
        EarmarkPlayerAttributes &
        Listeners;
    }
  }
}
