declare global {
  /** True in tests and test builds. In a published build it is false, and the code behind it is removed. */
  const __TESTING__: boolean;
}

/**
 * Steps after which a browser may stop the background. Tests stop it there on purpose, to check that nothing is lost;
 * in a published build these calls do not exist.
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

let onReached: ((at: Failpoint) => Promise<void>) | null = null;

/** Sets the function that every failpoint waits for; null removes it. */
export function onFailpoint(listener: ((at: Failpoint) => Promise<void>) | null): void {
  onReached = listener;
}

/** Marks a failpoint. Call it behind `if (__TESTING__)`, so that published builds do not contain the call. */
export async function failpoint(at: Failpoint): Promise<void> {
  await onReached?.(at);
}
