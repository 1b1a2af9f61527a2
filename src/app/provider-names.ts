import { providerFacts } from "../model/provider-facts.ts";
import { providerIds } from "../model/provider-id.ts";
import { browser } from "wxt/browser";

/** "Aitronos Music", or "A, B, or C", in the browser's language. */
export function allProviderNames(): string {
  const names = providerIds.map((id) => providerFacts[id].name);
  return new Intl.ListFormat(browser.i18n.getUILanguage(), { type: "disjunction" }).format(names);
}
