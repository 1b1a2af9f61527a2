import { readBodyText } from "../shared/read-body.ts";

/** No JSON answer of a service comes near this; a longer one is cut and counts as broken. */
export const MAX_BYTES = 256 * 1024;

/** Reads at most 256 KiB of text; `complete` is false when the body broke off or was longer. */
export async function readBody(response: Response): Promise<{ body: string; complete: boolean }> {
  const { headers } = response;
  // Of a compressed body the header has the compressed length.
  const announced = headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
  const { text, end } = await readBodyText(response, MAX_BYTES, announced);
  return { body: text, complete: end === "whole" };
}
