import type { ProviderHosts } from "../contract/hosts.ts";

/** https://docs.aitronos.com/docs/api-reference/authentication */
export const aitronosHosts: ProviderHosts = {
  origins: ["https://api.aitronos.com"],
  sites: ["https://chat.aitronos.com"],
};
