import type { Failure } from "../state/failure.ts";

/** Thrown when audio cannot be fetched or decoded for an expected reason, which the mixer then reports. */
export class PlaybackError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** The failure in a caught `PlaybackError`; anything else is a bug and is thrown again. */
export function failureOf(error: unknown): Failure {
  if (error instanceof PlaybackError) return error.failure;
  throw error;
}
