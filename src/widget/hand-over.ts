import { fillRail, icon, iconButton, label, make, slider } from "./make.ts";
import { offer } from "./more.ts";
import { languageFor, wordsFor } from "./text.ts";
import { watch } from "./watch.ts";
import { fill } from "./words/phrase.ts";

/**
 * What later files use of this one: first of all `watch`, for a second `signal.ts` would not hear the first. The build
 * (`vite.config.ts`) refuses a later file that imports something else from one of these modules.
 */
export const handedOver = {
  fill,
  fillRail,
  icon,
  iconButton,
  label,
  languageFor,
  make,
  offer,
  slider,
  watch,
  wordsFor,
};
