import "fake-indexeddb/auto";
import { createExportModel } from "../../src/app/models/export.ts";
import { createImportModel } from "../../src/app/models/import.ts";
import { createToastModel } from "../../src/app/models/toast.ts";
import { importFile } from "../../src/background/actions/import-file.ts";
import { importedRows } from "../../src/export-file/decode-rows.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import { decode } from "../../src/shared/decode.ts";
import { putAccount } from "../../src/store/accounts.ts";
import { putAttempt } from "../../src/store/attempts.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import type { Database } from "../../src/store/database/schema.ts";
import { importRows } from "../../src/store/import-rows.ts";
import { account, attempt, entry, createFakeSend, link, track } from "./app.ts";

/* For tests of export and import: devices that exchange files. */

export interface Device {
  db: Database;
  saved: { file: Blob; name: string }[];
  text: () => string | undefined;
  /** The numbers of rows that exports and imports reported as done. */
  seen: number[];
  exportModel: ReturnType<typeof createExportModel>;
  importModel: ReturnType<typeof createImportModel>;
}

/** A device with its own database and the background's import. */
export async function createDevice(answer?: () => Promise<never>): Promise<Device> {
  const db = await openDatabase(crypto.randomUUID());
  const toast = createToastModel();
  const { send } = createFakeSend({
    "import-file":
      answer ??
      (async (rows) => {
        // Messages are sent as JSON.
        const asked = decode(importedRows, JSON.parse(JSON.stringify(rows)));
        if (!asked.ok) throw new Error(JSON.stringify(asked.failure));
        return importFile(db, asked.value);
      }),
  });
  const deps = { db: Promise.resolve(db), send, toast };
  const saved: Device["saved"] = [];
  const exportModel = createExportModel(deps, (file, name) => void saved.push({ file, name }));
  const importModel = createImportModel(deps);
  const seen: number[] = [];
  for (const { progress } of [exportModel, importModel])
    progress.subscribe((now) => void (now && seen.push(now.done)));
  return { db, saved, text: () => toast.content.value?.text, seen, exportModel, importModel };
}

/** Adds rows to the database of a device. */
export async function addRows(db: Database, links: StoredLink[], entries: Entry[]): Promise<void> {
  await importRows(db, { accounts: [], links, attempts: [], entries });
}

/** A device with an account, a live and a revoked link, a saved track and two attempts. */
export async function createFilledDevice(): Promise<Device> {
  const here = await createDevice();
  await putAccount(here.db, account(), "canary-key");
  await putAttempt(here.db, attempt({ key: "u" }));
  await putAttempt(here.db, attempt({ key: "queued", state: "queued" }));
  const gone = link({ key: "k2", createdAt: 2, revokedAt: 9, track: track({ title: "=1+1" }) });
  await addRows(here.db, [link({ createdAt: 1 }), gone], [entry({ savedAt: 1 })]);
  return here;
}

/** The file of a full export. */
export async function exportEverything(from: Device): Promise<Blob> {
  await from.exportModel.exportAll();
  const { file } = from.saved.at(-1) ?? {};
  if (!file) throw new Error("nothing was exported");
  return file;
}
