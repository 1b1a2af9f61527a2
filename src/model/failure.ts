/**
 * Why something failed, where a failure has to be expected: a plain object, so that it can be sent in messages and stored.
 * Bugs are thrown as errors instead.
 */
export type Failure =
  /** No connection, or the host did not answer; nothing was changed. */
  | { kind: "offline" }
  /** The browser no longer lets Earmark talk to this origin. */
  | { kind: "no-permission"; origin: string }
  /** The key is missing, wrong, expired or paused. */
  | { kind: "signed-out"; code: string | null }
  /** It belongs to somebody else, or does not exist; the service does not say which. */
  | { kind: "not-yours" }
  /** Expired, revoked or removed. */
  | { kind: "gone" }
  /** The service has not finished it yet, e.g. a render. */
  | { kind: "not-ready" }
  /** The account may not do this (plan, role, organisation). */
  | { kind: "not-allowed"; code: string | null }
  /** `retryAt` in milliseconds since 1970, or null when the service does not say. */
  | { kind: "too-many"; retryAt: number | null }
  /** Any other refusal, with its HTTP status. */
  | { kind: "refused"; status: number }
  /** A response that differs from the documentation of the service; `where` names the field. */
  | { kind: "malformed"; where: string }
  /** The connection broke after a request that must not be repeated was sent. */
  | { kind: "unknown-outcome" }
  /** Earmark's own storage could not be written (full or read-only), so nothing was sent. */
  | { kind: "not-kept" }
  /** No account can do this. */
  | { kind: "no-account" };

/** Who can mend a failure; "nobody" when it does not pass and no setting changes it. */
export type Mender = "person" | "network" | "service" | "nobody";

/**
 * Who can mend each kind of failure. One that the person has to mend pauses all jobs of the account; after one that the
 * network or the service mends, the request is sent again. `refused` is the service's only as a server error (a status from 500).
 */
export const mendedBy: Readonly<Record<Failure["kind"], Mender>> = {
  offline: "network",
  "no-permission": "person",
  "signed-out": "person",
  "not-yours": "nobody",
  gone: "nobody",
  "not-ready": "service",
  "not-allowed": "person",
  "too-many": "service",
  refused: "service",
  malformed: "service",
  "unknown-outcome": "service",
  "not-kept": "nobody",
  "no-account": "person",
};

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (failure: Failure): { ok: false; failure: Failure } => ({ ok: false, failure });
