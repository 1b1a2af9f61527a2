import type { ProviderHosts } from "../contract/hosts.ts";

/** https://docs.craftkit.dev/guides/hosts-and-environments */
export const craftkitHosts: ProviderHosts = {
  origins: ["https://api.craftkit.dev"],
  sites: ["https://www.craftkit.dev"],
};
