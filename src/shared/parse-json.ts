/** The value of a JSON text; undefined when the text is not JSON (no JSON text has that value). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Of a string, JSON.parse throws nothing but a SyntaxError.
    return undefined;
  }
}
