import { type Entry, entryKey } from "../../../model/entry.ts";
import { t } from "../../../i18n/text.ts";
import { libraryJobKey, type BlockedJob } from "../../../model/blocked-job.ts";
import type { Outbox } from "../../models/outbox.ts";
import { Empty } from "../../components/EmptyState.tsx";
import { EntryRow } from "./EntryRow.tsx";
import { More } from "../../components/LoadMore.tsx";
import { OutboxRows } from "../outbox/OutboxPanel.tsx";
import { Rows } from "../../components/RowList.tsx";
import { namesOf, withLibrary } from "../../text/provider-names.ts";
import type { ViewProps } from "../view.ts";

/** Saved tracks, newest first. */
export function Library({ models }: ViewProps) {
  const { accounts, late } = models;
  if (late.value === null) return null;
  const { library, outbox } = late.value;
  const rows = library.rows.value;
  const doing = library.doing.value;
  const own = accounts.list.value ?? [];
  const refreshing = doing.has("refresh");
  return (
    <div class="library">
      {own.length > 0 && (
        <div class="bar">
          <button
            type="button"
            aria-disabled={refreshing}
            onClick={() => void library.refresh(own)}
          >
            {refreshing ? t("refreshing") : t("refresh")}
          </button>
        </div>
      )}
      {outbox.jobs.value && <OutboxRows kinds={["save", "unsave"]} open models={models} />}
      {rows?.length === 0 && (
        <Empty title={t("library_empty_title")}>
          <p>{t("library_empty_text", namesOf(withLibrary))}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <Rows
          label={t("library_label")}
          items={rows}
          keyOf={(entry) => entryKey(entry.account, entry.id)}
          row={(entry, tabIndex) => (
            <EntryRow
              entry={entry}
              account={accounts.labelOf(entry.account, entry.provider)}
              held={heldSave(outbox, entry)}
              busy={doing.has(entryKey(entry.account, entry.id))}
              tabIndex={tabIndex}
              onRemove={library.remove}
            />
          )}
        />
      )}
      <More list={library} />
    </div>
  );
}

function heldSave(outbox: Outbox, { account, id }: Entry): BlockedJob | undefined {
  const held = outbox.holdOf(libraryJobKey(account, id));
  return held?.job.task.kind === "save" ? held : undefined;
}
