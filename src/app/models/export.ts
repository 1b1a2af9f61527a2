import { signal } from "@preact/signals";
import { CSV_MARK, csvLine, entryCells, linkCells } from "../../export-file/csv.ts";
import { writeFile } from "../../export-file/write.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import { getAttemptsInState } from "../../store/attempts.ts";
import { readEntryBatches, readLinkBatches } from "../../store/paging.ts";
import { t, type TextKey } from "../../i18n/text.ts";
import { countsText } from "../text/import-text.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./deps.ts";

export type Exporting = ReturnType<typeof createExporting>;

/** How many of the rows are through. */
export interface Progress {
  done: number;
  total: number;
}

/** Writes what Earmark keeps into files. `save` hands a finished one to the browser. */
export function createExporting({ db, notice }: Means, save: (file: Blob, name: string) => void) {
  /** null while nothing is exported. */
  const progress = signal<Progress | null>(null);
  const { doing, during } = createBusy();

  /** Counts what goes through. */
  async function* counted<T>(batches: AsyncIterable<T[]>): AsyncGenerator<T[]> {
    for await (const batch of batches) {
      yield batch;
      const { done, total } = progress.peek() ?? { done: 0, total: 0 };
      progress.value = { done: done + batch.length, total };
    }
  }

  async function count(): Promise<{ links: number; entries: number }> {
    const database = await db;
    const [links, entries] = await Promise.all([
      database.count("links"),
      database.count("entries"),
    ]);
    return { links, entries };
  }

  /** One export at a time, whatever is pressed. */
  async function exporting(total: number, work: () => Promise<void>): Promise<void> {
    await during("export", async () => {
      notice.clear();
      progress.value = { done: 0, total };
      await work().finally(() => (progress.value = null));
    });
  }

  /** Links, library and accounts without their keys, as the file that can be imported. */
  async function everything(): Promise<void> {
    const { links, entries } = await count();
    await exporting(links + entries, async () => {
      const database = await db;
      const parts: Blob[] = [];
      const written = writeFile({
        at: Date.now(),
        accounts: await getAllAccounts(database),
        links: counted(readLinkBatches(database)),
        attempts: await getAttemptsInState(database, "unknown"),
        entries: counted(readEntryBatches(database)),
      });
      // Each part leaves this page's memory at once.
      for await (const part of written) parts.push(new Blob([part]));
      save(new Blob(parts, { type: "application/json" }), `earmark-${today()}.json`);
      notice.say(t("export_done_secret", countsText({ links, entries })));
    });
  }

  async function linksAsCsv(): Promise<void> {
    const { links } = await count();
    await exporting(links, async () => {
      const batches = counted(readLinkBatches(await db));
      const rows = await linesOf(batches, linkCells, ({ createdAt }) => createdAt);
      save(csv(LINK_HEADS, rows), `earmark-links-${today()}.csv`);
      notice.say(t("export_done_secret", countsText({ links, entries: 0 })));
    });
  }

  async function libraryAsCsv(): Promise<void> {
    const { entries } = await count();
    await exporting(entries, async () => {
      const batches = counted(readEntryBatches(await db));
      const rows = await linesOf(batches, entryCells, ({ savedAt }) => savedAt);
      save(csv(ENTRY_HEADS, rows), `earmark-library-${today()}.csv`);
      notice.say(t("export_done", countsText({ links: 0, entries })));
    });
  }

  return { progress, doing, everything, linksAsCsv, libraryAsCsv };
}

const LINK_HEADS: readonly TextKey[] = [
  "csv_title",
  "csv_service",
  "csv_address",
  "csv_made",
  "csv_expires",
  "csv_revoked",
  "csv_visibility",
  "csv_name",
];
const ENTRY_HEADS: readonly TextKey[] = [
  "csv_title",
  "csv_artist",
  "csv_album",
  "csv_service",
  "csv_track",
  "csv_saved",
];

const csv = (heads: readonly TextKey[], lines: readonly string[]): Blob =>
  new Blob([CSV_MARK, csvLine(heads.map((head) => t(head))), ...lines], {
    type: "text/csv;charset=utf-8",
  });

/** The newest first, as in the lists. */
async function linesOf<T>(
  batches: AsyncIterable<T[]>,
  cells: (row: T) => (string | null)[],
  at: (row: T) => number,
): Promise<string[]> {
  const lines: { at: number; line: string }[] = [];
  for await (const batch of batches)
    for (const row of batch) lines.push({ at: at(row), line: csvLine(cells(row)) });
  return lines.toSorted((a, b) => b.at - a.at).map(({ line }) => line);
}

/** Here, not in Greenwich: "2026-11-20". */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
