import { offer } from "../lib/load-chunk.ts";
import { de } from "../i18n/de.ts";
import { es } from "../i18n/es.ts";
import { fr } from "../i18n/fr.ts";
import { ja } from "../i18n/ja.ts";
import type { Language } from "../i18n/more-en.ts";
import { nl } from "../i18n/nl.ts";

/**
 * All languages but English, in one file: by itself each is a quarter of it, but the player would have to know, and bring to
 * everybody, a hash for each.
 */
export const languages: readonly Language[] = [de, fr, es, nl, ja];

offer("words", languages);
