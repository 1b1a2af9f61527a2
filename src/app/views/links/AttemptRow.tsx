import { useId } from "preact/hooks";
import { formatAgo } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import type { Attempt } from "../../../model/share-attempt.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { rememberFocus } from "../../components/restore-focus.ts";
import { formatAttempt, isAttemptPending } from "../../text/attempt-text.ts";
import { joinFacts } from "../../text/link-text.ts";

interface AttemptRowProps {
  attempt: Attempt;
  /** Whether it is being shared again or forgotten right now. */
  busy: boolean;
  onShareAgain: (attempt: Attempt) => Promise<unknown>;
  onForget: (attempt: Attempt) => Promise<unknown>;
}

/** An attempt that has not become a link: why, what happens next, and what the person can do. */
export function AttemptRow({ attempt, busy, onShareAgain, onForget }: AttemptRowProps) {
  const id = useId();
  const { track, createdAt } = attempt;
  const waits = isAttemptPending(attempt);
  const after = (work: typeof onForget) => (event: MouseEvent) => {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void work(attempt).then(restoreFocus);
  };
  return (
    <li class="attempt" data-row tabIndex={-1}>
      <h2 id={id}>
        {joinFacts(
          track.title ?? t("untitled"),
          t(waits ? "asked_for" : "tried", formatAgo(createdAt)),
        )}
      </h2>
      <p>{formatAttempt(attempt)}</p>
      <div class="buttons">
        {!waits && !isPublicUnknown(attempt) && (
          <button type="button" disabled={busy} aria-describedby={id} onClick={after(onShareAgain)}>
            {t("make_new_link")}
          </button>
        )}
        {!waits && isPublicUnknown(attempt) && (
          <Confirm
            bordered
            label={t("make_new_link")}
            question={t("second_public_ask")}
            warning={t("second_public_warning", providerFacts[track.provider].name)}
            confirmLabel={t("make_new_link")}
            cancelLabel={t("cancel")}
            describedBy={id}
            onConfirm={() => onShareAgain(attempt)}
          />
        )}
        <button
          type="button"
          class={waits ? "" : "quiet"}
          disabled={busy}
          aria-describedby={id}
          onClick={after(onForget)}
        >
          {waits ? t("cancel") : t("forget")}
        </button>
      </div>
    </li>
  );
}

/** A first public link may exist that anybody can find, so making another one needs confirmation. */
const isPublicUnknown = ({ state, asked }: Attempt): boolean =>
  state === "unknown" && asked.visibility === "public";
