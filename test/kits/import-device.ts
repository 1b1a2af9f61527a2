import "fake-indexeddb/auto";
import { importFile } from "../../src/background/actions/import-file.ts";
import { createExporting } from "../../src/app/models/export.ts";
import { createImporting } from "../../src/app/models/import.ts";
import { createNotice } from "../../src/app/models/toast.ts";
import { decode } from "../../src/shared/decode.ts";
import { importedRows } from "../../src/export-file/rows.ts";
import type { Entry } from "../../src/model/entry.ts";
import type { Link } from "../../src/model/link.ts";
import { putAccount } from "../../src/store/accounts.ts";
import { putAttempt } from "../../src/store/attempts.ts";
import { type Database, openDatabase } from "../../src/store/database/open-database.ts";
import { importRows } from "../../src/store/import-rows.ts";
import { account, attempt, entry, fakeAsk, link, track } from "./app.ts";

/* Devices between which files go, for tests of exporting and importing. */

export interface Device {
  db: Database;
  saved: { file: Blob; name: string }[];
  text: () => string | undefined;
  /** How far exports and imports said they were, each time they said so. */
  seen: number[];
  exporting: ReturnType<typeof createExporting>;
  importing: ReturnType<typeof createImporting>;
}

/** A device with its own database; what the app asks is answered as the background does it. */
export async function createDevice(answer?: () => Promise<never>): Promise<Device> {
  const db = await openDatabase(crypto.randomUUID());
  const notice = createNotice();
  const { ask } = fakeAsk({
    "import-file":
      answer ??
      (async (rows) => {
        // Over the wire, as JSON.
        const asked = decode(importedRows, JSON.parse(JSON.stringify(rows)));
        if (!asked.ok) throw new Error(JSON.stringify(asked.failure));
        return importFile(db, asked.value);
      }),
  });
  const means = { db: Promise.resolve(db), ask, notice };
  const saved: Device["saved"] = [];
  const exporting = createExporting(means, (file, name) => void saved.push({ file, name }));
  const importing = createImporting(means);
  const seen: number[] = [];
  for (const { progress } of [exporting, importing])
    progress.subscribe((now) => void (now && seen.push(now.done)));
  return { db, saved, text: () => notice.outcome.value?.text, seen, exporting, importing };
}

/** Puts rows into its database. */
export async function addRows(db: Database, links: Link[], entries: Entry[]): Promise<void> {
  await importRows(db, { accounts: [], links, attempts: [], entries });
}

/** One with an account, a live and a revoked link, a saved track, and two attempts. */
export async function createFilledDevice(): Promise<Device> {
  const here = await createDevice();
  await putAccount(here.db, account(), "canary-key");
  await putAttempt(here.db, attempt({ key: "u" }));
  await putAttempt(here.db, attempt({ key: "queued", state: "queued" }));
  const gone = link({ key: "k2", createdAt: 2, revokedAt: 9, track: track({ title: "=1+1" }) });
  await addRows(here.db, [link({ createdAt: 1 }), gone], [entry({ savedAt: 1 })]);
  return here;
}

/** What it exports when everything is asked for. */
export async function exportEverything(from: Device): Promise<Blob> {
  await from.exporting.everything();
  const { file } = from.saved.at(-1) ?? {};
  if (!file) throw new Error("nothing was exported");
  return file;
}
