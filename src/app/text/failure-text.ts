import type { Failure } from "../../model/failure.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { t, type TextKey, type Underscored, underscored } from "../../i18n/text.ts";
import { formatTimeOfDay } from "../../i18n/dates.ts";
import { optionNames } from "./permission-names.ts";

/** What was wanted: "test" is also adding an account or a new key, "open" looking at a page, "mix" all but rendering. */
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

/** Whom something was asked of. */
export interface Asked {
  provider: ProviderId;
  origin: string;
}

/** The sentences of a failure that are chosen by the action, and by the service where its name follows. */
type SentenceOf<K extends Failure["kind"]> = Extract<TextKey, `fail_${Underscored<K>}_${string}`>;

/**
 * Each kind has a sentence `fail_<kind>`; these actions have one of their own, `fail_<kind>_<action>`, as the
 * next step differs, some of them only at one service: `fail_<kind>_<action>_<service>`.
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
    "fail_not_yours_test_aitronos",
    "fail_not_yours_test",
    "fail_not_yours_share",
    "fail_not_yours_revoke",
    "fail_not_yours_list",
    "fail_not_yours_save",
    "fail_not_yours_unsave",
    "fail_not_yours_share_craftkit",
    "fail_not_yours_refresh_aitronos",
    "fail_not_yours_open",
    "fail_not_yours_mix",
    "fail_not_yours_render",
  ],
  gone: [
    "fail_gone_share",
    "fail_gone_share_craftkit",
    "fail_gone_revoke",
    "fail_gone_save",
    "fail_gone_open",
    "fail_gone_render",
  ],
  "not-ready": ["fail_not_ready_share"],
  "not-allowed": [
    "fail_not_allowed_test_aitronos",
    "fail_not_allowed_test_mixthat",
    "fail_not_allowed_share_mixthat",
    "fail_not_allowed_mix",
    "fail_not_allowed_render",
  ],
  "too-many": [],
  refused: ["fail_refused_test", "fail_refused_revoke"],
  malformed: ["fail_malformed_test", "fail_malformed_share"],
  "unknown-outcome": [
    "fail_unknown_outcome_share_mixthat",
    "fail_unknown_outcome_share_craftkit",
    "fail_unknown_outcome_share",
    "fail_unknown_outcome_mix",
    "fail_unknown_outcome_render",
  ],
  "not-kept": [],
  "no-account": [],
};

/** The key of the sentence for a failure of this kind; a kind without a sentence does not compile. */
function sentenceFor(kind: Failure["kind"], action: Action, provider: ProviderId): TextKey {
  const general = `fail_${underscored(kind)}` as const;
  const find = (name: string): TextKey | undefined => sentences[kind].find((key) => key === name);
  return find(`${general}_${action}_${provider}`) ?? find(`${general}_${action}`) ?? general;
}

/**
 * One sentence with the cause and the next step. It holds the service's name and host, a time, a
 * status or what the person chose, and nothing that a service sent.
 */
export function failureText(failure: Failure, action: Action, asked: Asked): string {
  const { kind } = failure;
  const { provider } = asked;
  const { name, fields } = providerFacts[provider];
  const host = new URL(kind === "no-permission" ? failure.origin : asked.origin).host;
  const service = provider === "web" ? host : name;
  if (kind === "too-many" && failure.retryAt !== null) {
    return t("fail_too_many_when", service, host, formatTimeOfDay(failure.retryAt));
  }
  if (kind === "not-allowed" && action === "share") {
    if (failure.code === "expires_at") return t("fail_not_allowed_expiry", service);
    const option = optionNames.get(failure.code ?? "");
    if (option) return t("fail_not_allowed_option", service, host, t(option));
  }
  const label = fields.find((field) => field.secret)?.label ?? "field_api_key";
  return t(
    sentenceFor(kind, action, provider),
    service,
    host,
    kind === "refused" ? String(failure.status) : "",
    t(`${label}_word`),
  );
}
