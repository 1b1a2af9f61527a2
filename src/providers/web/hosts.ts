import type { ProviderHosts } from "../contract/hosts.ts";

/** Any page may be about a track, so no host is known beforehand. */
export const webHosts: ProviderHosts = { origins: [], sites: [] };
