import type { ProviderId } from "./provider-id.ts";
import { providerHosts, type ProviderHosts } from "./provider-hosts.ts";
import type { TermsForm } from "./share.ts";

/** One field of the account form. Labels are message keys, so that they can be translated. */
export interface Field {
  name: string;
  label: string;
  hint: string;
  /** A secret goes to the key store; every other field into the account's settings. */
  secret: boolean;
}

/** What is fixed about a service: forms, the manifest and the requests are drawn from it. */
export interface ProviderFacts extends ProviderHosts {
  readonly name: string;
  readonly fields: readonly Field[];
  /** How requests are signed: `header: prefix + key`. */
  readonly signing: { header: string; prefix: string };
  readonly terms: TermsForm;
}

export const providerFacts: Readonly<Record<ProviderId, ProviderFacts>> = {
  // https://docs.aitronos.com/docs/api-reference/authentication
  aitronos: {
    name: "Aitronos Music",
    ...providerHosts.aitronos,
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
    },
  },
};
