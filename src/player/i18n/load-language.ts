import { loadChunk } from "../lib/load-chunk.ts";
import type { Language } from "./language.ts";
import { getLanguage, getPrimaryLanguage, addLanguages, LANGUAGES } from "./translations.ts";

/** Loads the words of other languages if the tag is of one of them. Until then, and if that fails, English is used. */
export function loadLanguage(tag: string): void {
  if (LANGUAGES.includes(getPrimaryLanguage(tag)) && !getLanguage(tag))
    loadChunk<readonly Language[]>("words")
      .then(addLanguages)
      .catch(() => null);
}
