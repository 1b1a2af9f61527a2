/** Largest body read, in bytes: a share is a few hundred, a collection of 500 tracks about 200,000. */
const LARGEST = 256 * 1024;

/**
 * The parsed body, or undefined when it is too large or not JSON (no JSON text parses to undefined).
 * Rejects when the connection breaks or the request's signal aborts.
 */
export async function readJson(response: Response): Promise<unknown> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    text += decoder.decode(value, { stream: !done });
    if (done) break;
    size += value?.byteLength ?? 0;
    if (size > LARGEST) return void (await reader?.cancel());
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // JSON.parse throws nothing but a SyntaxError.
    return undefined;
  }
}
