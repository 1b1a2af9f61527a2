/** Saves a file through the browser's downloads, which needs no permission. */
export function downloadFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser starts reading the file only after this function.
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}

/** The browser may first ask the person where to save the file. */
const REVOKE_AFTER_MS = 60_000;
