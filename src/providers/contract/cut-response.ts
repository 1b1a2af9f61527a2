import type { Decoder } from "../../shared/decode.ts";
import type { ShareRequest } from "./adapter.ts";
import { DAY_MS } from "../../shared/time-units.ts";

/** For answers that broke off: what did not arrive is as it was asked for; what did must be right. */
export function withDefault<T>(decoder: Decoder<T>, asked: T): Decoder<T> {
  return (value) => (value === undefined ? asked : decoder(value));
}

/** When a link of `days` ends, in milliseconds since 1970; null for never. */
export function getExpiryAfter(days: number | null, { now }: ShareRequest): number | null {
  return days === null ? null : now + days * DAY_MS;
}
