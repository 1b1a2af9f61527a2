import { cutText } from "../../shared/cut-text.ts";

/** Foreign words as one sentence of ours: at most 140 characters, with an end. */
export function sentenceOf(message: string): string {
  const short = message.length > 140 ? `${cutText(message, 139)}…` : message;
  return !short || /[.!?…。！？]$/.test(short) ? short : `${short}.`;
}
