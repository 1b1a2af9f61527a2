import type { enControls } from "./en-controls.ts";
import type { enFailures } from "./en-failures.ts";
import type { en } from "./en.ts";
import type { Plural } from "./format-message.ts";

/** The same keys in any language; what has plural forms in English has those of its own language. */
type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { readonly other: string }
      ? Plural
      : Translated<T[K]>;
};

/** What the player says apart from its deferred controls, in one language. */
export type Words = Translated<typeof en & typeof enFailures>;

/** What the deferred controls say, in one language. */
export type ControlWords = Translated<typeof enControls>;

/** All words of one language other than English; `earmark-words.js` brings them. */
export interface Language {
  readonly words: Words;
  readonly controls: ControlWords;
}
