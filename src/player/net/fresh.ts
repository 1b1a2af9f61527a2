/** Milliseconds within which a second media error is not blamed on an expired URL. */
export const FRESH = 10_000;
