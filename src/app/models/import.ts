import { signal } from "@preact/signals";
import { broadcast } from "../../messages/broadcast.ts";
import { MOST_CHARACTERS, readFile } from "../../export-file/read.ts";
import { addTallies, type ImportSummary, emptyTally } from "../../model/tally.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import { t } from "../../i18n/text.ts";
import { type ImportPart, partsOf } from "./import-chunks.ts";
import { faultText, importedText } from "../text/import-text.ts";
import { createBusy } from "./busy.ts";
import type { Progress } from "./export.ts";
import type { Means } from "./deps.ts";

export type Importing = ReturnType<typeof createImporting>;

/** Takes files in. Each part is in the database, or none of it; so one can begin again at any time. */
export function createImporting({ db, ask, notice }: Means) {
  /** null while nothing is imported. */
  const progress = signal<Progress | null>(null);
  const { doing, during } = createBusy();

  async function take(file: Blob): Promise<void> {
    await during("take", async () => {
      notice.clear();
      progress.value = { done: 0, total: 0 };
      await takeIn(file).finally(() => {
        progress.value = null;
        // Once, not with each part: every page that is open reads its lists again.
        broadcast("accounts", "links", "entries");
      });
    });
  }

  async function takeIn(file: Blob): Promise<void> {
    const fault = (text: string): void => void notice.say(text, "bad");
    // A character has at least one byte.
    if (file.size > MOST_CHARACTERS) return fault(faultText({ kind: "too-big" }));
    const written = await file.text().catch(unreadable);
    if (written === null) return fault(t("import_unreadable"));
    const read = readFile(written);
    if (!read.ok) return fault(faultText(read.fault));
    const { links, attempts, library } = read.value;
    const total = links.length + attempts.length + library.length;
    let sum: ImportSummary = { links: emptyTally(), entries: emptyTally(), attempts: 0 };
    let done = 0;
    const parts = partsOf(read.value, await getAllAccounts(await db));
    for await (const { part, answer } of answered(parts, put)) {
      if (!answer?.ok) {
        const why = answer ? t("import_not_kept") : t("import_broke_off");
        return fault(`${why} ${importedText(sum)}`);
      }
      sum = added(sum, answer.value, part);
      done += part.looked;
      progress.value = { done, total };
    }
    notice.say(importedText(sum), sum.links.refused + sum.entries.refused > 0 ? "calm" : "good");
  }

  const put = (part: ImportPart) => ({
    part,
    answering: ask("import-file", part.rows).catch(goneAway),
  });

  return { progress, doing, take };
}

interface Asked<T> {
  part: ImportPart;
  answering: Promise<T>;
}

/** Two are under way: while one is written to the second copy, the next one is to the first. */
async function* answered<T>(parts: Iterable<ImportPart>, put: (part: ImportPart) => Asked<T>) {
  let before: Asked<T> | null = null;
  for (const part of parts) {
    const now = put(part);
    if (before) yield { part: before.part, answer: await before.answering };
    before = now;
  }
  if (before) yield { part: before.part, answer: await before.answering };
}

/** The background may end within a message; what it has written stays. */
function goneAway(error: unknown): null {
  console.warn("A part of the import was not answered.", error);
  return null;
}

/** It was moved or changed after it had been chosen. */
function unreadable(error: unknown): null {
  if (!(error instanceof DOMException)) throw error;
  return null;
}

function added(sum: ImportSummary, now: ImportSummary, { of, refused }: ImportPart): ImportSummary {
  const all = {
    links: addTallies(sum.links, now.links),
    entries: addTallies(sum.entries, now.entries),
    attempts: sum.attempts + now.attempts,
  };
  return { ...all, [of]: addTallies(all[of], { ...emptyTally(), refused }) };
}
