import { useId, useMemo } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { createExportModel } from "../../models/export.ts";
import { createImportModel } from "../../models/import.ts";
import type { Models } from "../../models/index.ts";
import { downloadFile } from "../../platform/download-file.ts";
import { ImportExportProgress } from "./ImportExportProgress.tsx";

interface ExportImportProps {
  models: Pick<Models, "deps">;
  /** Hands a finished file to the browser. */
  save?: typeof downloadFile;
}

/** Exports everything to a file and imports such a file. In the full tab only. */
export function ExportImport({ models, save = downloadFile }: ExportImportProps) {
  const id = useId();
  const exportModel = useMemo(() => createExportModel(models.deps, save), []);
  const importModel = useMemo(() => createImportModel(models.deps), []);
  const busy = exportModel.inFlight.value.size + importModel.inFlight.value.size > 0;

  /** Ignores presses while busy. The buttons are not disabled, because that would take their focus. */
  const startUnlessBusy = (work: () => Promise<void>) => () => void (busy || work());

  function choose(event: { currentTarget: HTMLInputElement }): void {
    const input = event.currentTarget;
    const [file] = input.files ?? [];
    if (file && !busy) void importModel.importFile(file);
    input.value = ""; // otherwise choosing the same file again would fire no event
  }

  return (
    <section class="form-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t("export_title")}</h2>
      <p id={`${id}-warning`}>{t("export_warning")}</p>
      <div class="buttons">
        <button
          type="button"
          aria-disabled={busy}
          aria-describedby={`${id}-warning`}
          onClick={startUnlessBusy(exportModel.exportAll)}
        >
          {t("export_all")}
        </button>
        <button
          type="button"
          aria-disabled={busy}
          aria-describedby={`${id}-warning`}
          onClick={startUnlessBusy(exportModel.exportLinksCsv)}
        >
          {t("export_links")}
        </button>
        <button
          type="button"
          aria-disabled={busy}
          onClick={startUnlessBusy(exportModel.exportLibraryCsv)}
        >
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
        <p class="secondary" id={`${id}-hint`}>
          {t("import_hint")}
        </p>
        <ImportExportProgress
          exported={exportModel.progress.value}
          imported={importModel.progress.value}
        />
      </div>
    </section>
  );
}
