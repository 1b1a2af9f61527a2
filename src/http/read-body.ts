import { readBodyText } from "../shared/read-body.ts";

/** In bytes. Every JSON response of the services is far shorter; a longer one is cut and counts as broken off. */
export const MAX_BYTES = 256 * 1024;

/** Reads at most 256 KiB of text; `complete` is false when the body broke off or was longer. */
export async function readBody(response: Response): Promise<{ body: string; complete: boolean }> {
  const { headers } = response;
  // The Content-Length of a compressed body is its compressed length, which cannot be compared.
  const announced = headers.has("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
  const { text, end } = await readBodyText(response, MAX_BYTES, announced);
  return { body: text, complete: end === "whole" };
}
