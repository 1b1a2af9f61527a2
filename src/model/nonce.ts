/** Crockford's base 32: no I, L, O, U, which people misread. https://www.crockford.com/base32.html */
export const NONCE_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Creates the nonce of one attempt: ten characters, 50 random bits. */
export function createNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => NONCE_DIGITS[byte % 32]).join("");
}
