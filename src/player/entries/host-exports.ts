import { offer } from "../lib/load-chunk.ts";
import { languageFor, wordsFor } from "../i18n/text.ts";
import { watch } from "../lib/watch.ts";
import { en } from "../i18n/en.ts";

/**
 * What later files use of this one, where a copy would not do: first of all `watch`, for a second `signal.ts` would not
 * hear the first. The build (`vite.config.ts`) refuses a later file that imports something else from one of these modules.
 */
export const handedOver = { en, languageFor, offer, watch, wordsFor };
