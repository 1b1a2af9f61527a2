declare global {
  /** True in a test build, and in tests: everything else is built without what it guards. */
  const __TESTING__: boolean;
}

/**
 * Places between two steps where a background may be stopped. A test build stops there on purpose, once
 * at each; in every other build these are nothing.
 */
export const failpoints = [
  "write:between-copies",
  "share:claimed",
  "share:checked",
  "share:sending",
  "share:answered",
  "share:answer-kept",
  "share:read",
  "share:kept",
  "reconcile:listed",
  "reconcile:revoked",
  "reconcile:again",
  "job:kept",
  "job:sending",
  "job:answered",
  "job:done",
] as const;

export type Failpoint = (typeof failpoints)[number];

let stop: ((at: Failpoint) => Promise<void>) | null = null;

/** From now on `halt` is waited for at every point. */
export function onFailpoint(halt: ((at: Failpoint) => Promise<void>) | null): void {
  stop = halt;
}

/** Call it behind `if (__TESTING__)`, so that published builds have nothing of it. */
export async function failpoint(at: Failpoint): Promise<void> {
  await stop?.(at);
}
