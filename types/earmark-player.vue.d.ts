/* <earmark-player> in the templates of Vue 3. */
import type { DefineComponent, HTMLAttributes } from "vue";
import type { EarmarkPlayerAttributes, EarmarkPlayerEventMap } from "./earmark-player.js";

export type { EarmarkPlayer } from "./earmark-player.js";

/** `onPlay`, `onTimeupdate` …: what `@play`, `@timeupdate` … become. */
type Listeners = {
  [K in keyof EarmarkPlayerEventMap as `on${Capitalize<K>}`]?: (
    event: EarmarkPlayerEventMap[K],
  ) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "earmark-player": DefineComponent<
      EarmarkPlayerAttributes &
        Listeners &
        Omit<HTMLAttributes, keyof EarmarkPlayerAttributes | keyof Listeners>
    >;
  }
}
