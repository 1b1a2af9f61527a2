import type { ProviderFacts } from "../contract/facts.ts";
import { webHosts } from "./hosts.ts";

/** Any page about one track: its link is its own address, and nobody has an account. */
export const webFacts: ProviderFacts = {
  name: "Web",
  ...webHosts,
  fields: [],
  signing: { header: "Authorization", prefix: "" },
  terms: {
    visibilities: ["public"],
    expiry: { min: 1, max: 0, default: null, never: true },
    nameLength: 0,
    permissions: [],
    messageLength: 0,
  },
  lists: false,
  keeps: false,
  embeds: false,
  mixes: false,
  trackPage: ({ id }) => id,
};
