/** The first `length` UTF-16 units of a text, or one less where the cut would leave half of a surrogate pair. */
export const cutText = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
