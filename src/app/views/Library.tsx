import { entryKey } from "../../model/entry.ts";
import { t } from "../../ui/text.ts";
import { Empty } from "../parts/Empty.tsx";
import { EntryRow } from "../parts/EntryRow.tsx";
import { More } from "../parts/More.tsx";
import { Rows } from "../parts/Rows.tsx";
import { namesOf, withLibrary } from "../provider-names.ts";
import type { ViewProps } from "../views.ts";

/** Saved tracks, newest first. */
export function Library({ models }: ViewProps) {
  const { accounts, late } = models;
  if (late.value === null) return null;
  const { library } = late.value;
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
