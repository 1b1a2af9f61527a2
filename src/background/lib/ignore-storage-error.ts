import { StorageError } from "../../model/storage-error.ts";

/**
 * For `catch`: warns of a write that failed because the disk is full or the database is a newer Earmark's, and lets
 * the work go on. Any other error is thrown again.
 */
export function ignoreStorageError(error: unknown): void {
  if (!(error instanceof StorageError)) throw error;
  console.warn("What came of a share could not be written down.", error);
}
