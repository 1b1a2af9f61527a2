import type { Context } from "hono";
import type { HonoEnv } from "../environment.ts";
import { invalid } from "./error-response.ts";

type Fields = Record<string, unknown>;

/**
 * The JSON body as an object, `{}` when there is none, 422 for anything else and for fields not in `known`.
 * Only the authentication endpoints document that unknown fields are refused; the sandbox is the strict one.
 */
export async function readBody(c: Context<HonoEnv>, known: readonly string[]): Promise<Fields> {
  const text = await c.req.text();
  if (text === "") return {};
  if (!/^application\/json\b/i.test(c.req.header("Content-Type") ?? ""))
    throw invalid("body", "Content-Type must be application/json");
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (problem) {
    throw invalid("body", `Malformed JSON: ${String(problem)}`);
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw invalid("body", "Body must be an object");
  for (const field of Object.keys(body))
    if (!known.includes(field)) throw invalid(field, "Extra inputs are not permitted");
  return body as Fields;
}

/** A string field of at least `least` and at most `most` characters; null when absent. */
export function readText(body: Fields, field: string, least: number, most: number): string | null {
  const value = body[field] ?? null;
  if (value === null) return null;
  if (typeof value !== "string" || value.length < least || value.length > most)
    throw invalid(field, `Must be a string of ${least} to ${most} characters`);
  return value;
}

/** `limit` and `offset` of a list, within the documented bounds. */
export function readPage(c: Context<HonoEnv>, most: number, usual: number) {
  const whole = (name: string, fallback: number, least: number, highest: number) => {
    const text = c.req.query(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > highest)
      throw invalid(name, `Must be a whole number from ${least} to ${highest}`);
    return value;
  };
  return {
    limit: whole("limit", usual, 1, most),
    offset: whole("offset", 0, 0, Number.MAX_SAFE_INTEGER),
  };
}
