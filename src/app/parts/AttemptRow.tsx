import type { Attempt } from "../../model/attempt.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import { t } from "../../ui/text.ts";
import { failureText } from "../failure-text.ts";
import { facts } from "../link-text.ts";
import { ago, DAY_MS, day } from "../../ui/when.ts";

interface AttemptRowProps {
  attempt: Attempt;
  /** Being shared again or forgotten right now. */
  busy: boolean;
  onShareAgain: (attempt: Attempt) => void;
  onForget: (attempt: Attempt) => void;
}

/** A link that is not one yet, or maybe never: says why, and what becomes of it. */
export function AttemptRow({ attempt, busy, onShareAgain, onForget }: AttemptRowProps) {
  const { track, createdAt, state } = attempt;
  const waits = state === "waiting";
  return (
    <li class="attempt">
      <h2>
        {facts(track.title ?? t("untitled"), t(waits ? "asked_for" : "tried", ago(createdAt)))}
      </h2>
      <p>{becomes(attempt)}</p>
      <div class="buttons">
        {!waits && (
          <button type="button" disabled={busy} onClick={() => onShareAgain(attempt)}>
            {t("make_new_link")}
          </button>
        )}
        <button
          type="button"
          class={waits ? "" : "quiet"}
          disabled={busy}
          onClick={() => onForget(attempt)}
        >
          {waits ? t("cancel") : t("forget")}
        </button>
      </div>
    </li>
  );
}

function becomes(attempt: Attempt): string {
  const { state, track, failure } = attempt;
  const service = providerFacts[track.provider].name;
  if (state === "waiting") return t("attempt_waiting");
  if (state === "answered") return t("attempt_answered", service);
  if (state === "failed" && failure) {
    // It has waited, in vain.
    if (failure.kind === "not-ready") return t("attempt_overdue", service);
    return failureText(failure, "share", track);
  }
  return `${t("attempt_unknown", service)} ${fate(attempt, service)}`;
}

/** The address was delivered to nobody, so a link-only share cannot be opened, ever. */
function fate({ asked, createdAt }: Attempt, service: string): string {
  if (asked.visibility === "public") return t("attempt_fate_public", service);
  return asked.expiresInDays === null
    ? t("attempt_fate_never")
    : t("attempt_fate", day(createdAt + asked.expiresInDays * DAY_MS));
}
