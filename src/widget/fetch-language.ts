import { loadMore } from "./more.ts";
import { languageFor, languageOf, LANGUAGES, learn } from "./text.ts";
import type { Language } from "./words/more-en.ts";

/** Fetches the words of a language, if there are any beside the English ones; until then, and without them, it is English. */
export function fetchLanguage(tag: string): void {
  const language = languageOf(tag);
  if (!LANGUAGES.includes(language) || languageFor(tag)) return;
  loadMore<Language>(`words-${language}`).then(learn, () => undefined);
}
