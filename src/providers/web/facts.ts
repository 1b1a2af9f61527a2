import type { ProviderFacts } from "../contract/facts.ts";
import { webHosts } from "./hosts.ts";

/** Any page about one track. Its share link is its own address, and there are no accounts. */
export const webFacts: ProviderFacts = {
  name: "Web",
  ...webHosts,
  namedByHost: true,
  needsAccount: false,
  fields: [],
  signing: { header: "Authorization", prefix: "" },
  terms: {
    visibilities: ["public"],
    expiry: { min: 1, max: 0, default: null, never: true },
    nameLength: 0,
    permissions: [],
    messageLength: 0,
  },
  listsLinks: false,
  hasLibrary: false,
  canEmbed: false,
  hasMixes: false,
  sharesPageAddress: true,
  revokesLate: false,
  failureSentences: [],
  trackPage: ({ id }) => id,
};
