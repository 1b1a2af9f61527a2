import type { ProviderId } from "./provider-id.ts";

/** Where a service is. Apart from its other facts, as the buttons in a page need no more. */
export interface ProviderHosts {
  /** The official API origins, best first. */
  readonly origins: readonly string[];
  /** Where people look at their tracks: buttons go on these pages. */
  readonly sites: readonly string[];
}

export const providerHosts: Readonly<Record<ProviderId, ProviderHosts>> = {
  // https://docs.aitronos.com/docs/api-reference/authentication
  aitronos: { origins: ["https://api.aitronos.com"], sites: ["https://chat.aitronos.com"] },
};
