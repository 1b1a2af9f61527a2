/**
 * The ways in which something expected can fail, as data: a `Failure` crosses
 * messages and storage unchanged. Bugs are plain errors and are not in here.
 */
export type Failure =
  /** No connection, or the host did not answer; nothing was changed. */
  | { kind: "offline" }
  /** The browser no longer lets Earmark talk to this origin. */
  | { kind: "no-permission"; origin: string }
  /** The key is missing, wrong, expired or paused. */
  | { kind: "signed-out"; code: string | null }
  /** The service says this belongs to somebody else, or does not exist: it does not tell which. */
  | { kind: "not-yours" }
  /** Expired, revoked or removed. */
  | { kind: "gone" }
  /** The thing is still being made. */
  | { kind: "not-ready" }
  /** The account may not do this (plan, role, organisation). */
  | { kind: "not-allowed"; code: string | null }
  /** `retryAt` in milliseconds since 1970, or null when the service does not say. */
  | { kind: "too-many"; retryAt: number | null }
  /** Any other refusal, with its HTTP status. */
  | { kind: "refused"; status: number }
  /** An answer that is not what the service promises; `where` names the field. */
  | { kind: "malformed"; where: string }
  /** The connection broke after a request that must not be repeated had left. */
  | { kind: "unknown-outcome" }
  /** Earmark's own storage took nothing (full, or not writable), so nothing was sent. */
  | { kind: "not-kept" }
  /** There is no account that could do this. */
  | { kind: "no-account" };

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
