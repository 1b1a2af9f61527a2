import type { ProviderId } from "../model/provider-id.ts";
import { providerHosts, type ProviderHosts } from "./contract/hosts.ts";
import type { TermsForm } from "../model/share.ts";
import type { TrackRef } from "../model/track.ts";

/** One field of the account form. Labels are message keys, so that they can be translated. */
export interface Field {
  name: string;
  label: "field_organization" | "field_api_key" | "field_api_token" | "field_project_key";
  hint:
    | "field_organization_hint"
    | "field_api_key_hint"
    | "field_api_token_hint"
    | "field_project_key_hint";
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
  /** Whether the service tells which links a track has; else our ledger is the only list. */
  readonly lists: boolean;
  /** Whether it keeps a library of saved tracks; else they are saved on this device only. */
  readonly keeps: boolean;
  /** Whether its links play in the player of embed codes. */
  readonly embeds: boolean;
  /** Whether it keeps mixes of a track's stems, and renders them. */
  readonly mixes: boolean;
  /** The address where people look at a track; left out where nobody has said. */
  readonly trackPage?: (track: TrackRef) => string;
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
      nameLength: 0,
      permissions: [],
      messageLength: 0,
    },
    lists: false,
    keeps: true,
    embeds: true,
    mixes: false,
  },
  // https://github.com/firstcoders/mixthat-docs, content/docs/general/sharing-a-track.md
  mixthat: {
    name: "Mix That",
    ...providerHosts.mixthat,
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
  },
  // https://docs.craftkit.dev/api-reference/create-share
  craftkit: {
    name: "CraftKit",
    ...providerHosts.craftkit,
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
    lists: true,
    keeps: false,
    embeds: false, // a document
    mixes: false,
  },
  // Any page about one track: its link is its own address, and nobody has an account.
  web: {
    name: "Web",
    ...providerHosts.web,
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
  },
};
