import { browser } from "wxt/browser";
import type { TranslationKey } from "../model/translation-key.ts";

export type { TranslationKey };

/** A name with underscores, as keys of texts have them: "not-ready" → "not_ready". */
export type WithUnderscores<K extends string> = K extends `${infer A}-${infer B}`
  ? `${A}_${WithUnderscores<B>}`
  : K;

/** Replaces the dashes of a name by underscores. The only cast for it is here, because TypeScript does not follow `replaceAll`. */
export const toUnderscores = <K extends string>(name: K): WithUnderscores<K> =>
  name.replaceAll("-", "_") as WithUnderscores<K>;

/** The text for `key` in the browser's language, with `$1`, `$2` … replaced by the substitutions. */
export function t(key: TranslationKey, ...substitutions: string[]): string {
  // WXT types each key as an overload of its own, which a union of keys cannot satisfy.
  return (browser.i18n.getMessage as (key: string, substitutions: string[]) => string)(
    key,
    substitutions,
  );
}
