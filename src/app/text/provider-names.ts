import { browser } from "wxt/browser";
import { providerIds } from "../../model/provider-id.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";

/** The providers that need an account, in the order in which the app lists them. */
export const providersWithAccounts = providerIds.filter((id) => providerFacts[id].needsAccount);

/** The providers that have a library of their own. */
export const providersWithLibrary = providersWithAccounts.filter(
  (id) => providerFacts[id].hasLibrary,
);

/** What a provider is called in sentences: its name, or the host where it can be any website. */
export function getServiceName(provider: ProviderId, host: string): string {
  const { name, namedByHost } = providerFacts[provider];
  return namedByHost ? host : name;
}

/** "Aitronos Music", or "A, B or C", in the browser's language. */
export function formatProviderNames(ids: readonly ProviderId[]): string {
  const names = ids.map((id) => providerFacts[id].name);
  return new Intl.ListFormat(browser.i18n.getUILanguage(), { type: "disjunction" }).format(names);
}
