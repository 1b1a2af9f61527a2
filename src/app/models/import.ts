import { signal } from "@preact/signals";
import { MAX_CHARACTERS, readExportFile } from "../../export-file/read-file.ts";
import { t } from "../../i18n/translate.ts";
import { broadcast } from "../../messages/broadcast.ts";
import { addTallies, createTally } from "../../model/import-summary.ts";
import type { ImportSummary } from "../../model/import-summary.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import { formatFileFault, formatImportSummary } from "../text/import-text.ts";
import type { ModelDependencies } from "./dependencies.ts";
import type { RowProgress } from "./export.ts";
import { splitIntoChunks } from "./import-chunks.ts";
import type { ImportChunk } from "./import-chunks.ts";
import { createInFlight } from "./in-flight.ts";

export type ImportModel = ReturnType<typeof createImportModel>;

/** Imports files. Each chunk is stored whole or not at all, so an import can be started again at any time. */
export function createImportModel({ db, send, toast }: ModelDependencies) {
  /** null while nothing is imported. */
  const progress = signal<RowProgress | null>(null);
  const { inFlight, runOnce } = createInFlight();

  async function importFile(file: Blob): Promise<void> {
    await runOnce("import-file", async () => {
      toast.clear();
      progress.value = { done: 0, total: 0 };
      await importRows(file).finally(() => {
        progress.value = null;
        // Once, not with each chunk: every open page of the app then reads its lists again.
        broadcast("accounts", "links", "entries");
      });
    });
  }

  async function importRows(file: Blob): Promise<void> {
    const fail = (text: string): void => void toast.show(text, "bad");
    // A character takes at least one byte.
    if (file.size > MAX_CHARACTERS) return fail(formatFileFault({ kind: "too-big" }));
    const text = await file.text().catch(returnNullWhenUnreadable);
    if (text === null) return fail(t("import_unreadable"));
    const read = readExportFile(text);
    if (!read.ok) return fail(formatFileFault(read.fault));
    const { links, attempts, library } = read.value;
    const total = links.length + attempts.length + library.length;
    let summary: ImportSummary = { links: createTally(), entries: createTally(), attempts: 0 };
    let done = 0;
    const chunks = splitIntoChunks(read.value, await getAllAccounts(await db));
    for await (const { chunk, reply } of sendTwoAtOnce(chunks, sendChunk)) {
      if (!reply?.ok) {
        const reason = reply ? t("import_not_kept") : t("import_broke_off");
        return fail(`${reason} ${formatImportSummary(summary)}`);
      }
      summary = addToSummary(summary, reply.value, chunk);
      done += chunk.rowsRead;
      progress.value = { done, total };
    }
    const refused = summary.links.refused + summary.entries.refused;
    toast.show(formatImportSummary(summary), refused > 0 ? "calm" : "good");
  }

  const sendChunk = (chunk: ImportChunk) => ({
    chunk,
    reply: send("import-file", chunk.rows).catch(returnNullWhenUnanswered),
  });

  return { progress, inFlight, importFile };
}

interface SentChunk<T> {
  chunk: ImportChunk;
  reply: Promise<T>;
}

/** Keeps two messages under way: while one chunk is written to the second copy, the next one is written to the first. */
async function* sendTwoAtOnce<T>(
  chunks: Iterable<ImportChunk>,
  sendChunk: (chunk: ImportChunk) => SentChunk<T>,
) {
  let previous: SentChunk<T> | null = null;
  for (const chunk of chunks) {
    const sent = sendChunk(chunk);
    if (previous) yield { chunk: previous.chunk, reply: await previous.reply };
    previous = sent;
  }
  if (previous) yield { chunk: previous.chunk, reply: await previous.reply };
}

/** The background may be stopped while it handles a message; what it has written stays. */
function returnNullWhenUnanswered(error: unknown): null {
  console.warn("A part of the import was not answered.", error);
  return null;
}

/** The file was moved or changed after the person had chosen it. */
function returnNullWhenUnreadable(error: unknown): null {
  if (!(error instanceof DOMException)) throw error;
  return null;
}

function addToSummary(
  summary: ImportSummary,
  added: ImportSummary,
  { tally, refused }: ImportChunk,
): ImportSummary {
  const sum = {
    links: addTallies(summary.links, added.links),
    entries: addTallies(summary.entries, added.entries),
    attempts: summary.attempts + added.attempts,
  };
  return { ...sum, [tally]: addTallies(sum[tally], { ...createTally(), refused }) };
}
