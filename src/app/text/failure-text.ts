import type { Failure } from "../../model/failure.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { t, type TextKey } from "../../i18n/text.ts";
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

/**
 * Each kind has a sentence `fail_<kind>`; these actions have one of their own, as the cure differs,
 * some of them only at one service.
 */
const own: Record<Failure["kind"], readonly (Action | `${Action}_${ProviderId}`)[]> = {
  offline: ["test", "revoke", "list", "save", "unsave", "refresh", "open", "mix", "render"],
  "no-permission": [],
  "signed-out": ["test"],
  "not-yours": [
    ...(["test_aitronos", "test", "share", "revoke", "list", "save", "unsave"] as const),
    ...(["share_craftkit", "refresh_aitronos", "open", "mix", "render"] as const),
  ],
  gone: ["share", "share_craftkit", "revoke", "save", "open", "render"],
  "not-ready": ["share"],
  "not-allowed": ["test_aitronos", "test_mixthat", "share_mixthat", "mix", "render"],
  "too-many": [],
  refused: ["test", "revoke"],
  malformed: ["test", "share"],
  "unknown-outcome": ["share_mixthat", "share_craftkit", "share", "mix", "render"],
  "not-kept": [],
  "no-account": [],
};

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
    const option = optionNames[failure.code ?? ""];
    if (option) return t("fail_not_allowed_option", service, host, t(option));
  }
  const chosen = ([`${action}_${provider}`, action] as const).find((it) => own[kind].includes(it));
  const key = `fail_${kind.replaceAll("-", "_")}${chosen ? `_${chosen}` : ""}` as TextKey;
  const label = fields.find((field) => field.secret)?.label ?? "field_api_key";
  return t(
    key,
    service,
    host,
    kind === "refused" ? String(failure.status) : "",
    t(`${label}_word` as TextKey),
  );
}
