/** Milliseconds of a day that is neither shortened nor lengthened by a change of the clocks. */
export const DAY_MS = 86_400_000;

/** The same in seconds. */
export const DAY_S = 86_400;
