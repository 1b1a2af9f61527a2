import { enControls } from "./en-controls.ts";
import type { ControlWords } from "./language.ts";
import { getLanguage, getWords } from "./translations.ts";

/**
 * The words of the deferred controls for a language tag, and the language they are in: English until the tag's language has
 * been loaded.
 */
export function getControlWords(tag: string): ControlWords & { readonly lang: string } {
  return { ...(getLanguage(tag)?.controls ?? enControls), lang: getWords(tag).lang };
}
