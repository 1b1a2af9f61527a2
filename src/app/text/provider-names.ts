import { browser } from "wxt/browser";
import { providerFacts } from "../../providers/facts.ts";
import { type ProviderId, providerIds } from "../../model/provider-id.ts";

/** The services where one has an account, in the order in which the app lists them. */
export const withAccounts = providerIds.filter((id) => providerFacts[id].needsAccount);

/** The services that keep a library of their own. */
export const withLibrary = withAccounts.filter((id) => providerFacts[id].hasLibrary);

/** What people call a service: its name, or the host where any site can be meant. */
export function serviceName(provider: ProviderId, host: string): string {
  const { name, namedByHost } = providerFacts[provider];
  return namedByHost ? host : name;
}

/** "Aitronos Music", or "A, B or C", in the browser's language. */
export function namesOf(ids: readonly ProviderId[]): string {
  const names = ids.map((id) => providerFacts[id].name);
  return new Intl.ListFormat(browser.i18n.getUILanguage(), { type: "disjunction" }).format(names);
}
