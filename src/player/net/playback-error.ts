import type { Failure } from "../state/failure.ts";

/** Why sound did not come: an expected failure on its way up to the desk. */
export class Failed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The failure in what was thrown; a bug is thrown on. */
export function failureIn(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  throw error;
}
