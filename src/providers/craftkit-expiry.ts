import type { ShareWish } from "./provider.ts";

/** https://www.crockford.com/base32.html */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * How many attempts can be told apart: 60 seconds of 999 milliseconds each. Whole seconds are left
 * out, as they are what people and other programs ask for: such an expiry is never one of ours.
 */
export const MARKS = 60 * 999;

/** Which of the marks a nonce is: its value in base 32, modulo their number. */
function numberOf(nonce: string): number {
  return [...nonce].reduce((all, digit) => (all * 32 + ALPHABET.indexOf(digit)) % MARKS, 0);
}

/** The one nonce that stands for all with this mark. */
function nonceOf(mark: number): string {
  const digits = [32 ** 3, 32 ** 2, 32, 1].map((place) => ALPHABET[Math.floor(mark / place) % 32]);
  return digits.join("").padStart(10, "0");
}

/**
 * A nonce as the list of shares gives it back. Of its 50 bits only the mark travels; what this
 * gives is its own mark, so a nonce drawn through it comes back whole.
 */
export function markOf(nonce: string): string {
  return nonceOf(numberOf(nonce));
}

/**
 * When a wished-for share expires, in milliseconds since 1970; null for never. Nothing else that
 * a request says comes back without being read by the guest, so the attempt's mark is the seconds
 * and milliseconds: mark m is second ⌊m/999⌋ and millisecond 1 + m mod 999 of the minute in which
 * the asked-for time falls, less than a minute from it.
 * https://docs.craftkit.dev/api-reference/create-share
 */
export function expiryFor({ terms, nonce, now }: ShareWish): number | null {
  if (terms.expiresInDays === null) return null;
  const asked = now + Math.round(terms.expiresInDays * DAY_MS);
  const mark = numberOf(nonce);
  return asked - (asked % MINUTE_MS) + Math.floor(mark / 999) * 1000 + 1 + (mark % 999);
}

/** The mark in an expiry (milliseconds since 1970), as a nonce; null when it cannot be ours. */
export function markIn(expiresAt: number | null): string | null {
  if (expiresAt === null || expiresAt < 0 || expiresAt % 1000 === 0) return null;
  const within = expiresAt % MINUTE_MS;
  return nonceOf(Math.floor(within / 1000) * 999 + (within % 1000) - 1);
}
