import { formatTimeOfDay } from "../../i18n/dates.ts";
import { t, toUnderscores } from "../../i18n/translate.ts";
import type { TranslationKey, WithUnderscores } from "../../i18n/translate.ts";
import type { Failure } from "../../model/failure.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import { permissionNames } from "./permission-names.ts";
import { getServiceName } from "./provider-names.ts";

/**
 * The action that failed. "test" includes adding an account and replacing its key, "open" is looking at a page, "mix" is
 * everything about mixes except rendering.
 */
export type Action =
  | "test"
  | "share"
  | "revoke"
  | "list"
  | "save"
  | "unsave"
  | "refresh"
  | "open"
  | "mix"
  | "render";

/** A provider and the host that a request goes to. */
export interface ProviderOrigin {
  provider: ProviderId;
  origin: string;
}

/** The sentences of a failure that are chosen by the action, but not by the service. */
type SentenceOf<K extends Failure["kind"]> = Exclude<
  Extract<TranslationKey, `fail_${WithUnderscores<K>}_${string}`>,
  `${string}_${ProviderId}`
>;

/**
 * Each kind has a sentence `fail_<kind>`; these actions have one of their own, `fail_<kind>_<action>`, because the next
 * step differs. A sentence about one service alone, `fail_<kind>_<action>_<service>`, is among its facts.
 */
const sentences: { readonly [K in Failure["kind"]]: readonly SentenceOf<K>[] } = {
  offline: [
    "fail_offline_test",
    "fail_offline_revoke",
    "fail_offline_list",
    "fail_offline_save",
    "fail_offline_unsave",
    "fail_offline_refresh",
    "fail_offline_open",
    "fail_offline_mix",
    "fail_offline_render",
  ],
  "no-permission": [],
  "signed-out": ["fail_signed_out_test"],
  "not-yours": [
    "fail_not_yours_test",
    "fail_not_yours_share",
    "fail_not_yours_revoke",
    "fail_not_yours_list",
    "fail_not_yours_save",
    "fail_not_yours_unsave",
    "fail_not_yours_open",
    "fail_not_yours_mix",
    "fail_not_yours_render",
  ],
  gone: [
    "fail_gone_share",
    "fail_gone_revoke",
    "fail_gone_save",
    "fail_gone_open",
    "fail_gone_render",
  ],
  "not-ready": ["fail_not_ready_share"],
  "not-allowed": ["fail_not_allowed_mix", "fail_not_allowed_render"],
  "too-many": [],
  refused: ["fail_refused_test", "fail_refused_revoke"],
  malformed: ["fail_malformed_test", "fail_malformed_share"],
  "unknown-outcome": [
    "fail_unknown_outcome_share",
    "fail_unknown_outcome_mix",
    "fail_unknown_outcome_render",
  ],
  "not-kept": [],
  "no-account": [],
};

const find = (keys: readonly TranslationKey[], name: string): TranslationKey | undefined =>
  keys.find((key) => key === name);

/** The key of the sentence for a failure of this kind; a kind without a sentence does not compile. */
function getSentenceKey(
  kind: Failure["kind"],
  action: Action,
  provider: ProviderId,
): TranslationKey {
  const general = `fail_${toUnderscores(kind)}` as const;
  const { failureSentences } = providerFacts[provider];
  return (
    find(failureSentences, `${general}_${action}_${provider}`) ??
    find(sentences[kind], `${general}_${action}`) ??
    general
  );
}

/**
 * One sentence with the cause and the next step. It contains only the service's name and host, a time, an HTTP status or
 * what the person chose, and no text from a service.
 */
export function formatFailure(failure: Failure, action: Action, target: ProviderOrigin): string {
  const { kind } = failure;
  const { provider } = target;
  const { fields, refusedTerms } = providerFacts[provider];
  const host = new URL(kind === "no-permission" ? failure.origin : target.origin).host;
  const service = getServiceName(provider, host);
  if (kind === "too-many" && failure.retryAt !== null) {
    return t("fail_too_many_when", service, host, formatTimeOfDay(failure.retryAt));
  }
  if (kind === "not-allowed" && action === "share") {
    const refused = refusedTerms?.get(failure.code ?? "");
    if (refused === "expiry") return t("fail_not_allowed_expiry", service);
    if (refused) return t("fail_not_allowed_option", service, host, t(permissionNames[refused]));
  }
  const label = fields.find((field) => field.secret)?.label ?? "field_api_key";
  return t(
    getSentenceKey(kind, action, provider),
    service,
    host,
    kind === "refused" ? String(failure.status) : "",
    t(`${label}_word`),
  );
}
