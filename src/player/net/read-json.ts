import { parseJson } from "../../shared/parse-json.ts";
import { readBodyText } from "../../shared/read-body.ts";

/** Largest body read, in bytes: a share is a few hundred, a collection of 500 tracks about 200,000. */
const LARGEST = 256 * 1024;

/**
 * The parsed body, or undefined when it is too large or not JSON (no JSON text parses to undefined).
 * Rejects when the connection breaks or the request's signal aborts.
 */
export async function readJson(response: Response): Promise<unknown> {
  const { text, end } = await readBodyText(response, LARGEST);
  if (end === "broken") throw new TypeError(end);
  return end === "whole" ? parseJson(text) : undefined;
}
