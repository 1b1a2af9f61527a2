import type { ProviderId } from "../../model/provider-id.ts";
import type { Permission, TermsForm } from "../../model/share-terms.ts";
import type { TrackRef } from "../../model/track.ts";
import type { TranslationKey } from "../../model/translation-key.ts";
import type { ProviderHosts } from "./hosts.ts";

/** Message keys of what a service calls its key; a sentence has the same in lower case under `${label}_word`. */
type KeyLabel = "field_api_key" | "field_api_token" | "field_project_key";

/** A field of the account form whose value goes to the key store. */
interface KeyField {
  name: string;
  label: KeyLabel;
  hint: `${KeyLabel}_hint`;
  secret: true;
}

/** A field of the account form whose value goes into the account's settings. */
interface SettingField {
  name: string;
  label: "field_organization";
  hint: "field_organization_hint";
  secret: false;
}

/** One field of the account form. Labels are message keys, so that they can be translated. */
export type AccountField = KeyField | SettingField;

/** The fixed facts about a service, from which forms, the manifest and the signing of requests are made. */
export interface ProviderFacts extends ProviderHosts {
  readonly name: string;
  /** Whether the host is shown instead of the name, because it can be any site. */
  readonly namedByHost: boolean;
  /** Whether people have an account there; else its links and saved tracks belong to this device. */
  readonly needsAccount: boolean;
  /** What the account form asks for; nothing where no account is needed. */
  readonly fields: readonly AccountField[];
  /** How requests are signed: `header: prefix + key`. */
  readonly signing: { header: string; prefix: string };
  readonly terms: TermsForm;
  /** Whether the service lists the links of a track; otherwise Earmark's own rows are the only list. */
  readonly listsLinks: boolean;
  /** Whether the service has a library of saved tracks; else they are saved on this device only. */
  readonly hasLibrary: boolean;
  /** Whether its links play in the player of embed codes. */
  readonly canEmbed: boolean;
  /** Whether the service stores mixes of a track's stems, and renders them. */
  readonly hasMixes: boolean;
  /**
   * Whether a track's id is the address of its page, which is its share link as well: it existed before,
   * anybody can open it, and it cannot be revoked.
   */
  readonly sharesPageAddress: boolean;
  /** Whether a revoked link may still open for some minutes. */
  readonly revokesLate: boolean;
  /** The sentences about failures at this service alone, `fail_<kind>_<action>_<id>`. */
  readonly failureSentences: readonly Extract<TranslationKey, `fail_${string}_${ProviderId}`>[];
  /** What a `not-allowed` failure of sharing refuses, by its code; absent where no code is documented. */
  readonly refusedTerms?: ReadonlyMap<string, Permission | "expiry">;
  /** The address of a track's page for people; absent where none is documented. */
  readonly trackPage?: (track: TrackRef) => string;
}
