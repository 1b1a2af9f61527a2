import type { Failure } from "./failure.ts";
import type { Entry } from "./library-entry.ts";
import type { ParsedShareUrl } from "./parsed-share-url.ts";
import type { Track } from "./track.ts";

/** What a job does at its service. Each task can be repeated without harm. */
export type Task =
  /**
   * `link` is the share link that the track is saved from, as secret as a key, or null. `entry`, here and below, is the
   * library entry from before, which undo restores.
   */
  | { readonly kind: "save"; readonly link: ParsedShareUrl | null; readonly entry?: Entry | null }
  | { readonly kind: "unsave"; readonly entry: Entry | null }
  /** `link` is the key of one of our links. */
  | { readonly kind: "revoke"; readonly link: string };

/**
 * A request to a service that is sent as soon as possible. It is in the outbox from before its first try until the
 * service has confirmed it or the person has cancelled it.
 */
export interface Job {
  /** From `toJobKey`. There is one job per key: a new job about the same track or link replaces the older one. */
  readonly key: string;
  /** The revision: differs for each job with the same key, so that a result is not applied to a newer job. */
  readonly wish: string;
  readonly account: string;
  readonly task: Task;
  readonly track: Track;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** It is not tried before this time, in milliseconds since 1970. Until the first try, undo sends nothing. */
  readonly dueAt: number;
  /** How many tries failed for a reason that may pass. */
  readonly tries: number;
  /**
   * waiting: it is tried by itself. paused: all jobs of the account wait until the person has solved the failure.
   * stuck: the service refused it or it failed too often; the person decides.
   */
  readonly state: "waiting" | "paused" | "stuck";
  /** Why the last try failed; null when there was none. */
  readonly failure: Failure | null;
  /** The job with the same key that it replaced; undo restores it. */
  readonly over: Job | null;
}

/** The key of the job that revokes the link with this key. */
export const toRevokeJobKey = (link: string): string => `revoke ${link}`;

/** The key of the job that saves or removes a track in an account's library. `track` is the service's id of it. */
export const toLibraryJobKey = (account: string, track: string): string =>
  `library ${account} ${track}`;

/** The key of a job: one for saving and removing a track in an account's library, one for revoking a link. */
export function toJobKey(account: string, task: Task, track: { readonly id: string }): string {
  return task.kind === "revoke" ? toRevokeJobKey(task.link) : toLibraryJobKey(account, track.id);
}
