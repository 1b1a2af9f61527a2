import type { Decoder } from "../../shared/decode.ts";
import { DAY_MS } from "../../shared/time-units.ts";
import type { ShareRequest } from "./adapter.ts";

/**
 * Decodes a field of a response that broke off: a missing field gets `fallback`, which is what the request asked for, and a
 * field that arrived must be valid.
 */
export function withDefault<T>(decoder: Decoder<T>, fallback: T): Decoder<T> {
  return (value) => (value === undefined ? fallback : decoder(value));
}

/** When a link that lasts `days` expires, in milliseconds since 1970; null for never. */
export function getExpiryAfter(days: number | null, { now }: ShareRequest): number | null {
  return days === null ? null : now + days * DAY_MS;
}
