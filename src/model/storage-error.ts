/** Our own storage took nothing: it is full, cannot be written, or is a newer Earmark's. */
export class StorageError extends Error {
  override name = "NotKept";
}
