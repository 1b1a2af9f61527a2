import { useId } from "preact/hooks";
import { formatDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import type { Entry } from "../../../model/library-entry.ts";
import { providerFacts, getTrackPage } from "../../../providers/facts.ts";
import { formatDuration } from "../../../shared/format-duration.ts";
import { rememberFocus } from "../../components/restore-focus.ts";
import { formatBlockedSave } from "../../text/job-text.ts";
import { joinFacts } from "../../text/link-text.ts";

interface EntryRowProps {
  entry: Entry;
  account: string;
  /** Set when the track is not saved at its service yet. */
  blocked: BlockedJob | undefined;
  /** Whether it is being removed right now. */
  busy: boolean;
  tabIndex: number;
  onRemove: (entry: Entry) => Promise<void>;
}

/** One saved track. Removing needs no confirmation, because it can be undone for a while. */
export function EntryRow({ entry, account, blocked, busy, tabIndex, onRemove }: EntryRowProps) {
  const id = useId();
  const own = providerFacts[entry.provider].needsAccount ? t("source_own") : t("source_here");
  const source = entry.source === "own" ? own : t("source_shared");
  const address = getTrackPage(entry);
  const buttonProps = { class: "quiet", tabIndex, "aria-describedby": id };

  function remove(event: MouseEvent): void {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void onRemove(entry).then(restoreFocus);
  }

  return (
    <div class="inline-row">
      <div>
        <h2 id={id}>{entry.title ?? t("untitled")}</h2>
        <p class="secondary">
          {joinFacts(
            entry.artist ?? "",
            source,
            account,
            blocked ? "" : t("saved_on", formatDay(entry.savedAt)),
          )}
          {blocked && " · "}
          {blocked && (
            <span class="blocked-state" data-reason={blocked.reason}>
              {formatBlockedSave(blocked)}
            </span>
          )}
        </p>
      </div>
      <span class="time">{entry.duration === null ? "" : formatDuration(entry.duration)}</span>
      <div class="buttons">
        {address && (
          <a
            {...buttonProps}
            href={address}
            target="_blank"
            rel="noreferrer"
            title={t("open_page_title")}
          >
            {t("open")}
          </a>
        )}
        <button {...buttonProps} type="button" aria-disabled={busy} onClick={remove}>
          {t("remove")}
        </button>
      </div>
    </div>
  );
}
