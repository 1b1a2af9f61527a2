/** Largest body read, in bytes: a share is a few hundred, a collection of 500 tracks about 200,000. */
const LARGEST = 256 * 1024;

async function readText(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return text + decoder.decode();
}

/**
 * The parsed body, or undefined when it is too large or not JSON (no JSON text parses to undefined).
 * Rejects when the connection breaks or the request's signal aborts.
 */
export async function readJson(response: Response): Promise<unknown> {
  const text = await readText(response);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
