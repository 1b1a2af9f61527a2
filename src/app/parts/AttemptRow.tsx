import type { Attempt } from "../../model/attempt.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import { t } from "../../ui/text.ts";
import { facts } from "../link-text.ts";
import { ago, DAY_MS, day } from "../../ui/when.ts";

interface AttemptRowProps {
  attempt: Attempt;
  busy: boolean;
  onShareAgain: (attempt: Attempt) => void;
  onForget: (attempt: Attempt) => void;
}

/** A link of which nobody knows whether it exists: says so, and what will become of it. */
export function AttemptRow({ attempt, busy, onShareAgain, onForget }: AttemptRowProps) {
  const { track, createdAt, state } = attempt;
  const service = providerFacts[track.provider].name;
  return (
    <li class="attempt">
      <h2>{facts(track.title ?? t("untitled"), t("tried", ago(createdAt)))}</h2>
      <p>
        {state === "answered"
          ? t("attempt_answered", service)
          : `${t("attempt_unknown", service)} ${fate(attempt, service)}`}
      </p>
      <div class="buttons">
        <button type="button" disabled={busy} onClick={() => onShareAgain(attempt)}>
          {t("make_new_link")}
        </button>
        <button type="button" class="quiet" disabled={busy} onClick={() => onForget(attempt)}>
          {t("forget")}
        </button>
      </div>
    </li>
  );
}

/** The address was delivered to nobody, so a link-only share cannot be opened, ever. */
function fate({ asked, createdAt }: Attempt, service: string): string {
  if (asked.visibility === "public") return t("attempt_fate_public", service);
  return asked.expiresInDays === null
    ? t("attempt_fate_never")
    : t("attempt_fate", day(createdAt + asked.expiresInDays * DAY_MS));
}
