import type { ProviderHosts } from "../contract/hosts.ts";

/** Any page can be about a track, so no host is known in advance. */
export const webHosts: ProviderHosts = { origins: [], sites: [] };
