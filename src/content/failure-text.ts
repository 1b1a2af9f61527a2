import { t, toUnderscores } from "../i18n/translate.ts";
import type { QueueOutcome } from "../messages/protocol.ts";
import { mendedBy } from "../model/failure.ts";
import type { Failure } from "../model/failure.ts";

/** One short sentence for a failure; the app has longer ones. */
export function formatFailure({ kind }: Failure): string {
  return t(`page_failed_${toUnderscores(kind)}`);
}

/** Why a saved track is not at its service yet, and what happens next; empty when it is there. */
export function formatSaveOutcome({ waiting }: QueueOutcome): string {
  if (waiting === null) return "";
  if (waiting.kind === "offline") return t("page_saved_waits");
  return mendedBy[waiting.kind] === "person"
    ? t("page_saved_held", formatFailure(waiting))
    : t("page_saved_here");
}
