import { useId, useMemo } from "preact/hooks";
import { t } from "../../../i18n/text.ts";
import { download } from "../../platform/download.ts";
import type { Models } from "../../models/index.ts";
import { createExporting } from "../../models/export.ts";
import { createImporting } from "../../models/import.ts";
import { RowsDone } from "../../components/Progress.tsx";

interface ExportImportProps {
  models: Pick<Models, "means">;
  /** Hands a finished file to the browser. */
  save?: typeof download;
}

/** Takes everything that Earmark keeps to a file and back. In the full tab only. */
export function ExportImport({ models, save = download }: ExportImportProps) {
  const id = useId();
  const exporting = useMemo(() => createExporting(models.means, save), []);
  const importing = useMemo(() => createImporting(models.means), []);
  const busy = exporting.doing.value.size + importing.doing.value.size > 0;

  /** Only what is not busy begins; buttons that go dead would lose the focus. */
  const begin = (work: () => Promise<void>) => () => void (busy || work());

  function choose(event: { currentTarget: HTMLInputElement }): void {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (file && !busy) void importing.take(file);
    input.value = ""; // so that the same file can be chosen again
  }

  return (
    <section class="add" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("export_title")}</h2>
      <p id={`${id}-warning`}>{t("export_warning")}</p>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={busy}
          aria-describedby={`${id}-warning`}
          onClick={begin(exporting.everything)}
        >
          {t("export_all")}
        </button>
        <button
          type="button"
          aria-disabled={busy}
          aria-describedby={`${id}-warning`}
          onClick={begin(exporting.linksAsCsv)}
        >
          {t("export_links")}
        </button>
        <button type="button" aria-disabled={busy} onClick={begin(exporting.libraryAsCsv)}>
          {t("export_library")}
        </button>
      </div>
      <div class="field">
        <label for={`${id}-file`}>{t("import_label")}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".json,application/json"
          aria-describedby={`${id}-hint`}
          aria-disabled={busy}
          onChange={choose}
        />
        <p class="sub" id={`${id}-hint`}>
          {t("import_hint")}
        </p>
        <RowsDone exported={exporting.progress.value} imported={importing.progress.value} />
      </div>
    </section>
  );
}
