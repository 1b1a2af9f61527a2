/** Hands a file to the browser's downloads. That needs no permission. */
export function downloadFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser takes the file up only after this.
  setTimeout(() => URL.revokeObjectURL(address), TAKEN_UP_MS);
}

/** A browser may ask the person first where to put it. */
const TAKEN_UP_MS = 60_000;
