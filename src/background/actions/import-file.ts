import { ok, type Result } from "../../model/failure.ts";
import type { ImportedRows } from "../../export-file/decode-rows.ts";
import type { ImportSummary } from "../../model/import-summary.ts";
import type { Database } from "../../store/database/open-database.ts";
import { importRows } from "../../store/import-rows.ts";

/**
 * Takes in one part of a file. Its accounts are without keys until somebody adds them as accounts are
 * added. Nothing is asked of any service: what the file says is all that is known. Nor is it announced:
 * whoever imports does so when all of the file is here.
 */
export async function importFile(
  db: Database,
  { accounts, ...rows }: ImportedRows,
): Promise<Result<ImportSummary>> {
  const addedAt = Date.now();
  const keyless = accounts.map((each) => ({ ...each, addedAt, keyless: true as const }));
  return ok(await importRows(db, { accounts: keyless, ...rows }));
}
