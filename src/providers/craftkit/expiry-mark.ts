import { NONCE_DIGITS } from "../../model/nonce.ts";
import type { ShareRequest } from "../contract/adapter.ts";
import { DAY_MS } from "../../shared/time-units.ts";

const MINUTE_MS = 60_000;

/** How many marks there are: the seconds of a minute times its milliseconds but .000, which people and other programs ask for. */
export const MARKS = 60 * 999;

/** The mark of a nonce, 0 to MARKS - 1: its value in base 32, modulo the number of marks. */
function toMark(nonce: string): number {
  return [...nonce].reduce((all, digit) => (all * 32 + NONCE_DIGITS.indexOf(digit)) % MARKS, 0);
}

/** The smallest nonce with this mark; it stands for all of them. */
export function toNonce(mark: number): string {
  const digits = [32 ** 3, 32 ** 2, 32, 1].map(
    (place) => NONCE_DIGITS[Math.floor(mark / place) % 32],
  );
  return digits.join("").padStart(10, "0");
}

/** A nonce as the list of shares gives it back: only its mark travels. The mark of a mark is itself. */
export function markOf(nonce: string): string {
  return toNonce(toMark(nonce));
}

/**
 * When a share is to expire, in milliseconds since 1970; null for never. Nothing else comes back
 * without being read by the guest, so its seconds and milliseconds are the attempt's mark: in the
 * minute of the asked-for time, mark m is second ⌊m / 999⌋ and millisecond 1 + m mod 999.
 * https://docs.craftkit.dev/api-reference/create-share
 */
export function expiryFor({ terms, nonce, now }: ShareRequest): number | null {
  if (terms.expiresInDays === null) return null;
  const asked = now + Math.round(terms.expiresInDays * DAY_MS);
  const mark = toMark(nonce);
  return asked - (asked % MINUTE_MS) + Math.floor(mark / 999) * 1000 + 1 + (mark % 999);
}

/** The mark in an expiry (milliseconds since 1970), as a nonce; null when it cannot be ours. */
export function markIn(expiresAt: number | null): string | null {
  if (expiresAt === null || expiresAt < 0 || expiresAt % 1000 === 0) return null;
  const within = expiresAt % MINUTE_MS;
  return toNonce(Math.floor(within / 1000) * 999 + (within % 1000) - 1);
}
