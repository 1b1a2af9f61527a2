/** Our own storage could not be written: it is full, read-only, or was made by a newer version of Earmark. */
export class StorageError extends Error {
  override name = "NotKept";
}
