import { de } from "../i18n/de.ts";
import { es } from "../i18n/es.ts";
import { fr } from "../i18n/fr.ts";
import { ja } from "../i18n/ja.ts";
import type { Language } from "../i18n/language.ts";
import { nl } from "../i18n/nl.ts";
import { registerChunk } from "../lib/load-chunk.ts";

/**
 * The content of `earmark-words.js`: all languages but English. One file for each language would be a quarter of the size, but
 * the player would have to contain a hash for each of them.
 */
export const languages: readonly Language[] = [de, fr, es, nl, ja];

registerChunk("words", languages);
