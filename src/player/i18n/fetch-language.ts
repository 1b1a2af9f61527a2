import { loadMore } from "../lib/load-chunk.ts";
import { languageFor, languageOf, learn, LANGUAGES } from "./text.ts";
import type { Language } from "./more-en.ts";

/** Fetches the words of other languages, if this is one of them; until then, and without them, it is English. */
export function fetchLanguage(tag: string): void {
  if (LANGUAGES.includes(languageOf(tag)) && !languageFor(tag))
    loadMore<readonly Language[]>("words")
      .then(learn)
      .catch(() => null);
}
