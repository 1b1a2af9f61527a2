import { permissions } from "../../model/share-terms.ts";
import type { ProviderFacts } from "../contract/facts.ts";
import { mixthatHosts } from "./hosts.ts";
import { refusedTerms } from "./permissions.ts";

/** https://github.com/firstcoders/mixthat-docs, content/docs/general/sharing-a-track.md */
export const mixthatFacts: ProviderFacts = {
  name: "Mix That",
  ...mixthatHosts,
  namedByHost: false,
  needsAccount: true,
  fields: [{ name: "key", label: "field_api_token", hint: "field_api_token_hint", secret: true }],
  signing: { header: "Authorization", prefix: "Bearer " },
  terms: {
    visibilities: ["link-only"],
    // Every plan may use three days. Where a plan does not allow more, the service's response names `expires_at`.
    expiry: { min: 1, max: 365, default: 3, never: true },
    nameLength: 37, // of 50; the rest is " · " and the nonce
    permissions,
    messageLength: 0,
  },
  listsLinks: true,
  hasLibrary: false,
  canEmbed: true,
  hasMixes: true,
  sharesPageAddress: false,
  revokesLate: true, // "This can take a few minutes", says the page above
  failureSentences: [
    "fail_not_allowed_test_mixthat",
    "fail_not_allowed_share_mixthat",
    "fail_unknown_outcome_share_mixthat",
  ],
  refusedTerms,
  // As the player's own `webUrl` builds it: https://www.npmjs.com/package/@firstcoders/mixthat-player
  trackPage: ({ origin, id }) => `${origin}/tracks/${encodeURIComponent(id)}`,
};
