import type { Failure } from "../model/failure.ts";
import { t, type TextKey } from "../ui/text.ts";
import { timeOfDay } from "../ui/when.ts";

export type Action = "test" | "share" | "revoke" | "save" | "unsave" | "refresh" | "open";

/** Which service was asked, in words: its name, and its API origin. */
export interface Where {
  service: string;
  origin: string;
}

/** Each kind has a sentence `fail_<kind>`; these actions have one of their own, as the cure differs. */
const own: Record<Failure["kind"], readonly Action[]> = {
  offline: ["test", "revoke", "save", "unsave", "refresh", "open"],
  "no-permission": [],
  "signed-out": ["test"],
  "not-yours": ["test", "share", "revoke", "save", "unsave", "refresh", "open"],
  gone: ["share", "revoke", "save", "open"],
  "not-ready": [],
  "not-allowed": ["test"],
  "too-many": [],
  refused: ["test", "revoke"],
  malformed: ["test", "share"],
  "unknown-outcome": ["share"],
  "no-account": [],
};

/**
 * One sentence with the cause and the next step. It holds the service's name and host, a time or a
 * status, and nothing that a service sent.
 */
export function failureText(failure: Failure, action: Action, { service, origin }: Where): string {
  const { kind } = failure;
  const host = new URL(kind === "no-permission" ? failure.origin : origin).host;
  if (kind === "too-many" && failure.retryAt !== null) {
    return t("fail_too_many_when", service, host, timeOfDay(failure.retryAt));
  }
  const key = `fail_${kind.replaceAll("-", "_")}${own[kind].includes(action) ? `_${action}` : ""}`;
  return t(key as TextKey, service, host, kind === "refused" ? String(failure.status) : "");
}
