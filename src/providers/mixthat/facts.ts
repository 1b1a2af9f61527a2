import type { ProviderFacts } from "../contract/facts.ts";
import { mixthatHosts } from "./hosts.ts";

/** https://github.com/firstcoders/mixthat-docs, content/docs/general/sharing-a-track.md */
export const mixthatFacts: ProviderFacts = {
  name: "Mix That",
  ...mixthatHosts,
  fields: [{ name: "key", label: "field_api_token", hint: "field_api_token_hint", secret: true }],
  signing: { header: "Authorization", prefix: "Bearer " },
  terms: {
    visibilities: ["link-only"],
    // Three days is what every plan may ask for; longer ones are refused by name where they are not.
    expiry: { min: 1, max: 365, default: 3, never: true },
    nameLength: 37, // of 50; the rest is " · " and our mark
    permissions: ["mix", "read-mixes", "write-mixes", "read-source"],
    messageLength: 0,
  },
  lists: true,
  keeps: false,
  embeds: true,
  mixes: true,
  // As the player's own `webUrl` builds it: https://www.npmjs.com/package/@firstcoders/mixthat-player
  trackPage: ({ origin, id }) => `${origin}/tracks/${encodeURIComponent(id)}`,
};
