import { en } from "../i18n/en.ts";
import { getLanguage, getWords } from "../i18n/translations.ts";
import { registerChunk } from "../lib/load-chunk.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/**
 * What the chunks (the files that are loaded later) use of the player's own file, because a second copy would not do. First
 * of all `watchSignals`: an effect of a second copy of @preact/signals-core is not run when a signal of the first changes.
 * The build (`vite.config.ts`) refuses a chunk that imports anything else from these modules, or signals-core itself.
 */
export const hostExports = { en, getLanguage, getWords, registerChunk, watchSignals };
