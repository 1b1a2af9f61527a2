/** No JSON answer of a service comes near this; a longer one is cut and counts as broken. */
export const MAX_BYTES = 256 * 1024;

/**
 * Reads at most 256 KiB of text. A body that broke off is returned as far as it came. One that is shorter
 * than was announced broke off, too: Firefox takes the end of the connection for the end of the body.
 * https://daniel.haxx.se/blog/2014/10/26/stricter-http-1-1-framing-good-bye/
 */
export async function readBody(response: Response): Promise<{ body: string; complete: boolean }> {
  const reader = response.body?.getReader();
  if (!reader) return { body: "", complete: true };
  const { headers } = response;
  // Of a packed body it is the packed length.
  const announced = headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
  const decoder = new TextDecoder();
  let body = "";
  let bytes = 0;
  for (;;) {
    const step = await reader.read().catch(() => null);
    if (step === null) return { body, complete: false };
    if (step.done && bytes < announced) return { body, complete: false };
    if (step.done) return { body: body + decoder.decode(), complete: true };
    bytes += step.value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      return { body, complete: false };
    }
    body += decoder.decode(step.value, { stream: true });
  }
}
