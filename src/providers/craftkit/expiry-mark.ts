import { NONCE_DIGITS } from "../../model/nonce.ts";
import { DAY_MS } from "../../shared/time-units.ts";
import type { ShareRequest } from "../contract/adapter.ts";

const MINUTE_MS = 60_000;

/**
 * How many marks there are: the 60 seconds of a minute times 999 milliseconds. Millisecond 0 is left out, because people and
 * other programs ask for it.
 */
export const MARKS = 60 * 999;

/** The mark of a nonce, 0 to MARKS - 1: its value in base 32, modulo the number of marks. */
function toMark(nonce: string): number {
  return [...nonce].reduce((all, digit) => (all * 32 + NONCE_DIGITS.indexOf(digit)) % MARKS, 0);
}

/** The smallest nonce with this mark. It represents all nonces with the same mark. */
export function toNonce(mark: number): string {
  const digits = [32 ** 3, 32 ** 2, 32, 1].map(
    (place) => NONCE_DIGITS[Math.floor(mark / place) % 32],
  );
  return digits.join("").padStart(10, "0");
}

/** A nonce as it is read from the list of shares, where only its mark is stored. Applied twice it gives the same. */
export function markOf(nonce: string): string {
  return toNonce(toMark(nonce));
}

/**
 * When a share shall expire, in milliseconds since 1970; null for never. Every other field that the list returns is shown to
 * the recipient, so the seconds and milliseconds of the expiry hold the attempt's mark: in the minute of the requested time,
 * mark m is second ⌊m / 999⌋ and millisecond 1 + m mod 999.
 * https://docs.craftkit.dev/api-reference/create-share
 */
export function expiryFor({ terms, nonce, now }: ShareRequest): number | null {
  if (terms.expiresInDays === null) return null;
  const requested = now + Math.round(terms.expiresInDays * DAY_MS);
  const mark = toMark(nonce);
  return requested - (requested % MINUTE_MS) + Math.floor(mark / 999) * 1000 + 1 + (mark % 999);
}

/** The mark in an expiry (milliseconds since 1970), as a nonce; null when Earmark cannot have set this expiry. */
export function markIn(expiresAt: number | null): string | null {
  if (expiresAt === null || expiresAt < 0 || expiresAt % 1000 === 0) return null;
  const within = expiresAt % MINUTE_MS;
  return toNonce(Math.floor(within / 1000) * 999 + (within % 1000) - 1);
}
