import type { ProviderFacts } from "../contract/facts.ts";
import { aitronosHosts } from "./hosts.ts";

/** https://docs.aitronos.com/docs/api-reference/authentication */
export const aitronosFacts: ProviderFacts = {
  name: "Aitronos Music",
  ...aitronosHosts,
  namedByHost: false,
  needsAccount: true,
  fields: [
    {
      name: "organization",
      label: "field_organization",
      hint: "field_organization_hint",
      secret: false,
    },
    { name: "key", label: "field_api_key", hint: "field_api_key_hint", secret: true },
  ],
  signing: { header: "X-API-Key", prefix: "" },
  terms: {
    visibilities: ["link-only", "public"],
    expiry: { min: 1, max: 90, default: 30, never: true },
    nameLength: 0,
    permissions: [],
    messageLength: 0,
  },
  listsLinks: false,
  hasLibrary: true,
  canEmbed: true,
  hasMixes: false,
  sharesPageAddress: false,
  revokesLate: false,
  failureSentences: [
    "fail_not_yours_test_aitronos",
    "fail_not_yours_refresh_aitronos",
    "fail_not_allowed_test_aitronos",
  ],
};
