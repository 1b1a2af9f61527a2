import { createHash, randomInt } from "node:crypto";

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A random id of letters and digits. */
export function createLetters(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join("");
}

/** What is kept of a token: only this. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
