import { signal } from "@preact/signals";
import { CSV_MARK, toCsvLine, toEntryCells, toLinkCells } from "../../export-file/write-csv.ts";
import { writeExportFile } from "../../export-file/write-file.ts";
import { t } from "../../i18n/translate.ts";
import type { TranslationKey } from "../../i18n/translate.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import { getAttemptsInState } from "../../store/attempts.ts";
import { readEntryBatches, readLinkBatches } from "../../store/paging.ts";
import { formatCounts } from "../text/import-text.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";

export type ExportModel = ReturnType<typeof createExportModel>;

/** How many rows of an export or import are done. */
export interface RowProgress {
  done: number;
  total: number;
}

/** Exports what is stored into files. `saveFile` hands a finished file to the browser's downloads. */
export function createExportModel(
  { db, toast }: ModelDependencies,
  saveFile: (file: Blob, name: string) => void,
) {
  /** null while nothing is exported. */
  const progress = signal<RowProgress | null>(null);
  const { inFlight, runOnce } = createInFlight();

  /** Passes the batches on and counts their rows in `progress`. */
  async function* countRows<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T[]> {
    for await (const batch of batches) {
      yield batch;
      const { done, total } = progress.peek() ?? { done: 0, total: 0 };
      progress.value = { done: done + batch.length, total };
    }
  }

  async function countTotals(): Promise<{ links: number; entries: number }> {
    const database = await db;
    const [links, entries] = await Promise.all([
      database.count("links"),
      database.count("entries"),
    ]);
    return { links, entries };
  }

  /** One export at a time, whichever button is pressed. */
  async function runExport(total: number, work: () => Promise<void>): Promise<void> {
    await runOnce("export", async () => {
      toast.clear();
      progress.value = { done: 0, total };
      await work().finally(() => (progress.value = null));
    });
  }

  /** Links, library, and accounts without their keys, as a file that can be imported. */
  async function exportAll(): Promise<void> {
    const { links, entries } = await countTotals();
    await runExport(links + entries, async () => {
      const database = await db;
      const parts: Blob[] = [];
      const written = writeExportFile({
        at: Date.now(),
        accounts: await getAllAccounts(database),
        links: countRows(readLinkBatches(database)),
        attempts: await getAttemptsInState(database, "unknown"),
        entries: countRows(readEntryBatches(database)),
      });
      // A Blob of its own for each part: the browser can keep it outside of this page's memory.
      for await (const part of written) parts.push(new Blob([part]));
      saveFile(new Blob(parts, { type: "application/json" }), `earmark-${formatToday()}.json`);
      toast.show(t("export_done_secret", formatCounts({ links, entries })));
    });
  }

  async function exportLinksCsv(): Promise<void> {
    const { links } = await countTotals();
    await runExport(links, async () => {
      const batches = countRows(readLinkBatches(await db));
      const lines = await createCsvLines(batches, toLinkCells, ({ createdAt }) => createdAt);
      saveFile(createCsvFile(LINK_HEADINGS, lines), `earmark-links-${formatToday()}.csv`);
      toast.show(t("export_done_secret", formatCounts({ links, entries: 0 })));
    });
  }

  async function exportLibraryCsv(): Promise<void> {
    const { entries } = await countTotals();
    await runExport(entries, async () => {
      const batches = countRows(readEntryBatches(await db));
      const lines = await createCsvLines(batches, toEntryCells, ({ savedAt }) => savedAt);
      saveFile(createCsvFile(ENTRY_HEADINGS, lines), `earmark-library-${formatToday()}.csv`);
      toast.show(t("export_done", formatCounts({ links: 0, entries })));
    });
  }

  return { progress, inFlight, exportAll, exportLinksCsv, exportLibraryCsv };
}

const LINK_HEADINGS: readonly TranslationKey[] = [
  "csv_title",
  "csv_service",
  "csv_address",
  "csv_made",
  "csv_expires",
  "csv_revoked",
  "csv_visibility",
  "csv_name",
];
const ENTRY_HEADINGS: readonly TranslationKey[] = [
  "csv_title",
  "csv_artist",
  "csv_album",
  "csv_service",
  "csv_track",
  "csv_saved",
];

const createCsvFile = (headings: readonly TranslationKey[], lines: readonly string[]): Blob =>
  new Blob([CSV_MARK, toCsvLine(headings.map((heading) => t(heading))), ...lines], {
    type: "text/csv;charset=utf-8",
  });

/** Newest first, as in the app's lists. `getTime` gives milliseconds since 1970. */
async function createCsvLines<T>(
  batches: AsyncIterable<T[]>,
  getCells: (row: T) => (string | null)[],
  getTime: (row: T) => number,
): Promise<string[]> {
  const lines: { at: number; line: string }[] = [];
  for await (const batch of batches)
    for (const row of batch) lines.push({ at: getTime(row), line: toCsvLine(getCells(row)) });
  return lines.toSorted((a, b) => b.at - a.at).map(({ line }) => line);
}

/** The local date, not that of UTC: "2026-11-20". */
function formatToday(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
