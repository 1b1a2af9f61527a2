import type { ProviderHosts } from "../contract/hosts.ts";

/** https://github.com/firstcoders/mixthat-docs, static/swagger/openapi.yml */
export const mixthatHosts: ProviderHosts = {
  origins: ["https://app.mixthat.co"],
  sites: ["https://app.mixthat.co"],
};
