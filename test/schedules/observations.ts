import type { Failure } from "../../src/model/failure.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Track } from "../../src/model/track.ts";
import type { CreatedShare, ShareRequest } from "./sandbox-in-memory.ts";
import type { Rows } from "./simulated-disk.ts";

/** One press of a share button. */
export interface Press {
  /** The intent; also the key of its attempt and of its link. */
  key: string;
  /** Stands in the terms of the request (`createTerms`). Presses for the same thing have the same label. */
  label: string;
  track: Track;
  terms: Terms;
  /** Milliseconds since 1970. */
  at: number;
  /** What the background replied; null when it was stopped first. */
  reply: { url: string } | { failure: Failure } | null;
}

/** A save, a removal or a revocation that the user asked for. The last one about the same thing counts. */
export interface RequestedChange {
  /** The state to reach: whether the track is saved, or whether the link is revoked. */
  target: boolean;
  /** `unconfirmed`: the background was stopped before it replied, so that it may have stored the request or not. */
  state: "accepted" | "unconfirmed" | "rejected" | "cancelled";
  /** `maybe`: no reply to the undo. */
  undone: "no" | "yes" | "maybe";
}

/** The final state of the extension and of the services, and what the user was told. */
export interface Observations {
  presses: readonly Press[];
  /** The attempts that the user withdrew, by key, as they were then. */
  withdrawn: ReadonlyMap<string, Attempt>;
  /** By `account track`. */
  saves: ReadonlyMap<string, readonly RequestedChange[]>;
  /** By the key of the link. */
  revocations: ReadonlyMap<string, readonly RequestedChange[]>;
  /** Messages to a background that still runs and never replied. */
  unanswered: readonly string[];
  uncaught: readonly string[];
  /** False when timers went on without end. */
  isIdle: boolean;
  /** Whether the user has replaced every key and retried every job before. */
  hasUserIntervened: boolean;
  isLossReported: boolean;
  shareRequests: readonly ShareRequest[];
  createdShares: readonly CreatedShare[];
  /** Ids of the tracks in the service's library. */
  remoteLibrary: readonly string[];
  main: Rows;
  copy: Rows;
}

export const getAttempts = ({ main }: Observations): Attempt[] => main["attempts"] as Attempt[];
export const getLinks = ({ main }: Observations): StoredLink[] => main["links"] as StoredLink[];
export const getJobs = ({ main }: Observations): Job[] => main["outbox"] as Job[];
export const getEntries = ({ main }: Observations): Entry[] => main["entries"] as Entry[];

/** Whether the service may have either state: a request of the job that was cancelled may have been executed. */
export function isUndetermined(changes: readonly RequestedChange[]): boolean {
  const last = changes.findLastIndex(
    ({ state, undone }) => state === "accepted" && undone === "no",
  );
  return changes.some(({ state }, at) => state === "cancelled" && at > last);
}

/** The states that are right after these changes. Before the first one the state is false. */
export function getAllowedStates(changes: readonly RequestedChange[]): Set<boolean> {
  const allowed = new Set<boolean>();
  for (const { target, state, undone } of changes.toReversed()) {
    if (undone === "yes" || state === "rejected") continue;
    allowed.add(target);
    if (state === "accepted" && undone === "no") return allowed;
  }
  return allowed.add(false);
}
