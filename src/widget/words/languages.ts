import { offer } from "../more.ts";
import { de } from "./de.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { ja } from "./ja.ts";
import type { Language } from "./more-en.ts";
import { nl } from "./nl.ts";

/**
 * All languages but English, in one file: by itself each is a quarter of it, but the player would have to know, and bring to
 * everybody, a hash for each.
 */
export const languages: readonly Language[] = [de, fr, es, nl, ja];

offer("words", languages);
