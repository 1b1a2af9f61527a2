import type { Entry } from "./entry.ts";
import type { Failure } from "./failure.ts";
import type { ShareLink } from "./share-link.ts";
import type { Track } from "./track.ts";

/** What a job does at its service; each may be done twice without harm. */
export type Task =
  /**
   * From a share link where `link` is one: its address is as secret as a key. `entry`, here and below, is what
   * was in the library before, to put it back when the person thinks better of it.
   */
  | { readonly kind: "save"; readonly link: ShareLink | null; readonly entry?: Entry | null }
  | { readonly kind: "unsave"; readonly entry: Entry | null }
  /** `link` is the key of one of our links. */
  | { readonly kind: "revoke"; readonly link: string };

/**
 * Something to be done at a service as soon as that is possible. It is in the outbox from before
 * its first try until the service has said that it is done, or the person has given it up.
 */
export interface Job {
  /** One per thing: of several wishes about the same thing only the newest counts. */
  readonly key: string;
  /** Unlike for each wish, so that what was done is not mistaken for what is wished now. */
  readonly wish: string;
  readonly account: string;
  readonly task: Task;
  readonly track: Track;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Not to be tried before this; milliseconds since 1970. Until the first try it can be undone unseen. */
  readonly dueAt: number;
  /** How often it has failed in a way that may pass. */
  readonly tries: number;
  /**
   * waiting: it is tried again by itself. paused: with all of its account, until the person has
   * mended that. stuck: the service refused it, or it failed too often: the person decides.
   */
  readonly state: "waiting" | "paused" | "stuck";
  /** What came of the last try. */
  readonly failure: Failure | null;
  /** The job about the same thing that it took the place of; undoing brings it back. */
  readonly over: Job | null;
}

/** Saving and removing are about a track in an account's library; revoking is about a link. */
export function jobKey(account: string, task: Task, track: { readonly id: string }): string {
  return task.kind === "revoke" ? `revoke ${task.link}` : `library ${account} ${track.id}`;
}
