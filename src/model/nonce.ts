/** The digits of Crockford's base 32, without I, L, O and U, which are easily misread. https://www.crockford.com/base32.html */
export const NONCE_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Creates the nonce of one attempt: ten characters, 50 random bits. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => NONCE_DIGITS[byte % 32]).join("");
}

/** The nonce after this one, counted in base 32; the first one follows the last. */
function incrementNonce(nonce: string): string {
  const digits = [...nonce];
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const next = (NONCE_DIGITS.indexOf(digits[at] ?? "") + 1) % NONCE_DIGITS.length;
    digits[at] = NONCE_DIGITS[next] ?? "";
    if (next !== 0) break;
  }
  return digits.join("");
}

/**
 * The first nonce, from this one upwards, whose mark none of the `taken` nonces has. Without a random source, so that a
 * transaction that runs on both copies of the database chooses the same nonce on each.
 */
export function chooseUnusedNonce(
  nonce: string,
  taken: readonly string[],
  markOf: (nonce: string) => string,
): string {
  const marks = new Set(taken.map(markOf));
  let free = nonce;
  for (let tries = 0; tries <= marks.size; tries += 1) {
    if (!marks.has(markOf(free))) return free;
    free = incrementNonce(free);
  }
  return nonce; // every mark is taken
}
