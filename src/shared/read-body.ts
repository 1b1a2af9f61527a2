/** The text of a response's body, as far as it came. */
export interface BodyText {
  readonly text: string;
  /** "broken" when the connection ended before the body did, "too-long" when reading stopped at the limit. */
  readonly end: "whole" | "broken" | "too-long";
}

/**
 * Reads at most `maxBytes` of a body as UTF-8 text, and stops the download there. Never rejects: the text of a body
 * that breaks off is returned as far as it came, without a character that is only half there.
 *
 * `announcedBytes` is how long the body should be, where that is known. A shorter body broke off, although Firefox takes
 * the end of the connection for the end of the body: https://daniel.haxx.se/blog/2014/10/26/stricter-http-1-1-framing-good-bye/
 */
export async function readBodyText(
  response: Response,
  maxBytes: number,
  announcedBytes = 0,
): Promise<BodyText> {
  const reader = response.body?.getReader();
  if (!reader) return { text: "", end: "whole" };
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const step = await reader.read().catch(() => null);
    if (!step || (step.done && bytes < announcedBytes)) return { text, end: "broken" };
    if (step.done) return { text: text + decoder.decode(), end: "whole" };
    bytes += step.value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      return { text, end: "too-long" };
    }
    text += decoder.decode(step.value, { stream: true });
  }
}
