import { browser } from "wxt/browser";
import type messages from "../../public/_locales/en/messages.json";

export type TextKey = keyof typeof messages;

/** The sentence for `key` in the browser's language; `$1`, `$2` … are the substitutions. */
export function t(key: TextKey, ...substitutions: string[]): string {
  // WXT types each key as an overload of its own, which a union of keys cannot satisfy.
  return (browser.i18n.getMessage as (key: string, substitutions: string[]) => string)(
    key,
    substitutions,
  );
}
