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
  /** The service is still making it. */
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
  /** Earmark's own storage could not be written (full or read-only), so nothing was sent. */
  | { kind: "not-kept" }
  /** No account can do this. */
  | { kind: "no-account" };

/** Whom or what a failure waits for; "nobody" when it does not pass and no setting changes it. */
export type Mender = "person" | "network" | "service" | "nobody";

/**
 * Who can mend a failure. One that needs the person holds back all of its account; one that the network or the
 * service mends is tried again. `refused` is the service's only as a server error (a status from 500).
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
