/** Controls that are fetched when they are wanted, in the order they stand in when nobody picks. */
export const LATER: readonly string[] = [
  "skip-back",
  "skip-forward",
  "speed",
  "loop",
  "region",
  "download",
  "copy",
  "save",
];
