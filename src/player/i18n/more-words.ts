import { languageFor, wordsFor } from "./text.ts";
import { moreEn } from "./more-en.ts";
import type { MoreWords } from "./more-en.ts";

/** The words of the fetched controls for a language tag, with the language they are in; English while there are none. */
export function moreWordsFor(tag: string): MoreWords & { readonly lang: string } {
  return { ...(languageFor(tag)?.more ?? moreEn), lang: wordsFor(tag).lang };
}
