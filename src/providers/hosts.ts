import type { ProviderId } from "../model/provider-id.ts";
import { aitronosHosts } from "./aitronos/hosts.ts";
import type { ProviderHosts } from "./contract/hosts.ts";
import { craftkitHosts } from "./craftkit/hosts.ts";
import { mixthatHosts } from "./mixthat/hosts.ts";
import { webHosts } from "./web/hosts.ts";

/** The hosts of every service. */
export const providerHosts: Readonly<Record<ProviderId, ProviderHosts>> = {
  aitronos: aitronosHosts,
  mixthat: mixthatHosts,
  craftkit: craftkitHosts,
  web: webHosts,
};

/**
 * The origins for which an account needs the browser's permission: its API, and the pages with its tracks.
 * A self-hosted service has both at one origin.
 */
export function getAccountOrigins(provider: ProviderId, origin: string): readonly string[] {
  const { origins, sites } = providerHosts[provider];
  return origins.includes(origin) ? [origin, ...sites] : [origin];
}
