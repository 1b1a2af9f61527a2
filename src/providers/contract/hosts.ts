import type { ProviderId } from "../../model/provider-id.ts";

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
  // https://github.com/firstcoders/mixthat-docs, static/swagger/openapi.yml
  mixthat: { origins: ["https://app.mixthat.co"], sites: ["https://app.mixthat.co"] },
  // https://docs.craftkit.dev/guides/hosts-and-environments
  craftkit: { origins: ["https://api.craftkit.dev"], sites: ["https://www.craftkit.dev"] },
  web: { origins: [], sites: [] },
};

/**
 * The origins that matter to an account: the service's own, and where people look at its tracks.
 * Whoever hosts a service has both at one origin.
 */
export function hostsOf(provider: ProviderId, origin: string): readonly string[] {
  const { origins, sites } = providerHosts[provider];
  return origins.includes(origin) ? [origin, ...sites] : [origin];
}
