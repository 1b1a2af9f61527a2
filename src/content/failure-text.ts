import type { QueueOutcome } from "../messages/protocol.ts";
import { type Failure, mendedBy } from "../model/failure.ts";
import { t, underscored } from "../i18n/text.ts";

/** One short sentence for a failure; the app has the longer ones. */
export function failureWords({ kind }: Failure): string {
  return t(`page_failed_${underscored(kind)}`);
}

/** What is saved here only, why, and what comes next; nothing where all is done. */
export function keptWords({ waiting }: QueueOutcome): string {
  if (waiting === null) return "";
  if (waiting.kind === "offline") return t("page_saved_waits");
  return mendedBy[waiting.kind] === "person"
    ? t("page_saved_held", failureWords(waiting))
    : t("page_saved_here");
}
