import type { ImportedRows } from "../../export-file/decode-rows.ts";
import { ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { ImportSummary } from "../../model/import-summary.ts";
import type { Database } from "../../store/database/schema.ts";
import { importRows } from "../../store/import-rows.ts";

/**
 * Stores one chunk of an export file. New accounts have no key until the person adds them again. No request is sent,
 * and no change is broadcast: the importing page does that once, after the last chunk.
 */
export async function importFile(
  db: Database,
  { accounts, ...rows }: ImportedRows,
): Promise<Result<ImportSummary>> {
  const addedAt = Date.now();
  const keyless = accounts.map((each) => ({ ...each, addedAt, keyless: true as const }));
  return ok(await importRows(db, { accounts: keyless, ...rows }));
}
