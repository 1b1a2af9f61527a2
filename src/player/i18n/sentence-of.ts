/** Foreign words as one sentence of ours: at most 140 characters, with an end. */
export function sentenceOf(message: string): string {
  const short = message.length > 140 ? `${message.slice(0, 139)}…` : message;
  return !short || /[.!?…。！？]$/.test(short) ? short : `${short}.`;
}
