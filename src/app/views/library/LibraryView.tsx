import { t } from "../../../i18n/translate.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import { toEntryKey } from "../../../model/library-entry.ts";
import type { Entry } from "../../../model/library-entry.ts";
import { toLibraryJobKey } from "../../../model/outbox-job.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LoadMore } from "../../components/LoadMore.tsx";
import { RowList } from "../../components/RowList.tsx";
import type { OutboxModel } from "../../models/outbox.ts";
import { formatProviderNames, providersWithLibrary } from "../../text/provider-names.ts";
import { OutboxPanel } from "../outbox/OutboxPanel.tsx";
import type { ViewProps } from "../view-interface.ts";
import { EntryRow } from "./EntryRow.tsx";

/** The view of the saved tracks, newest first. */
export function LibraryView({ models }: ViewProps) {
  const { accounts, deferred } = models;
  if (deferred.value === null) return null;
  const { library, outbox } = deferred.value;
  const rows = library.rows.value;
  const inFlight = library.inFlight.value;
  const own = accounts.list.value ?? [];
  const refreshing = inFlight.has("refresh");
  return (
    <div>
      {own.length > 0 && (
        <div class="toolbar">
          <button
            type="button"
            aria-disabled={refreshing}
            onClick={() => void library.refresh(own)}
          >
            {refreshing ? t("refreshing") : t("refresh")}
          </button>
        </div>
      )}
      {outbox.jobs.value && <OutboxPanel kinds={["save", "unsave"]} open models={models} />}
      {rows?.length === 0 && (
        <EmptyState title={t("library_empty_title")}>
          <p>{t("library_empty_text", formatProviderNames(providersWithLibrary))}</p>
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <RowList
          label={t("library_label")}
          items={rows}
          getKey={(entry) => toEntryKey(entry.account, entry.id)}
          renderRow={(entry, tabIndex) => (
            <EntryRow
              entry={entry}
              account={accounts.getLabel(entry.account, entry.provider)}
              blocked={findBlockedSave(outbox, entry)}
              busy={inFlight.has(toEntryKey(entry.account, entry.id))}
              tabIndex={tabIndex}
              onRemove={library.remove}
            />
          )}
        />
      )}
      <LoadMore list={library} />
    </div>
  );
}

function findBlockedSave(outbox: OutboxModel, { account, id }: Entry): BlockedJob | undefined {
  const blocked = outbox.getBlockedJob(toLibraryJobKey(account, id));
  return blocked?.job.task.kind === "save" ? blocked : undefined;
}
