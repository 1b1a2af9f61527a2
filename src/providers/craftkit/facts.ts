import type { ProviderFacts } from "../contract/facts.ts";
import { craftkitHosts } from "./hosts.ts";

/** https://docs.craftkit.dev/api-reference/create-share */
export const craftkitFacts: ProviderFacts = {
  name: "CraftKit",
  ...craftkitHosts,
  namedByHost: false,
  needsAccount: true,
  fields: [
    { name: "key", label: "field_project_key", hint: "field_project_key_hint", secret: true },
  ],
  signing: { header: "Authorization", prefix: "Bearer " },
  terms: {
    visibilities: ["link-only"],
    expiry: { min: 1, max: 3650, default: 30, never: true },
    nameLength: 0,
    permissions: [],
    messageLength: 2000,
  },
  listsLinks: true,
  hasLibrary: false,
  canEmbed: false, // its links open documents
  hasMixes: false,
  sharesPageAddress: false,
  revokesLate: false,
  failureSentences: [
    "fail_not_yours_share_craftkit",
    "fail_gone_share_craftkit",
    "fail_unknown_outcome_share_craftkit",
  ],
};
