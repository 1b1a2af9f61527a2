/** The IndexedDB of Earmark could not be written: it is full, read-only, or was created by a newer version of Earmark. */
export class StorageError extends Error {
  override name = "NotKept";
}
