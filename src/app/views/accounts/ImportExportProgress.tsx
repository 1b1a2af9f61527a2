import { useId } from "preact/hooks";
import { browser } from "wxt/browser";
import { t } from "../../../i18n/translate.ts";
import type { RowProgress } from "../../models/export.ts";

interface ImportExportProgressProps {
  /** null while nothing is exported or imported. */
  exported: RowProgress | null;
  imported: RowProgress | null;
}

/** The progress of an export or import. Screen readers do not announce it; the toast announces the end. */
export function ImportExportProgress({ exported, imported }: ImportExportProgressProps) {
  const id = useId();
  const progress = exported ?? imported;
  return (
    <div class="row-progress">
      {progress && (
        <>
          <p class="secondary" id={id}>
            {progress.total === 0
              ? t("import_reading")
              : t(
                  exported ? "exporting" : "importing",
                  ...[progress.done, progress.total].map(grouped),
                )}
          </p>
          <progress
            aria-labelledby={id}
            {...(progress.total > 0 && { value: progress.done, max: progress.total })}
          />
        </>
      )}
    </div>
  );
}

const grouped = (count: number): string =>
  new Intl.NumberFormat(browser.i18n.getUILanguage()).format(count);
