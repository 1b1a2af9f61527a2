/** No JSON answer of a service comes near this; a longer one is cut and counts as broken. */
export const MAX_BYTES = 256 * 1024;

/** Reads at most 256 KiB of text. A body that broke off is returned as far as it came. */
export async function readBody(response: Response): Promise<{ body: string; complete: boolean }> {
  const reader = response.body?.getReader();
  if (!reader) return { body: "", complete: true };
  const decoder = new TextDecoder();
  let body = "";
  let bytes = 0;
  for (;;) {
    const step = await reader.read().catch(() => null);
    if (step === null) return { body, complete: false };
    if (step.done) return { body: body + decoder.decode(), complete: true };
    bytes += step.value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return { body, complete: false };
    }
    body += decoder.decode(step.value, { stream: true });
  }
}
