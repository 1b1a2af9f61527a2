import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Failure } from "../../src/model/failure.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Rows } from "./simulated-disk.ts";
import type { Committed, Post } from "./sandbox-in-memory.ts";

/** One press of a share button. */
export interface Press {
  /** The intent; the attempt and the link have it as their key. */
  key: string;
  /** What was asked for. Presses of the same thing have the same. */
  label: string;
  provider: string;
  /** Milliseconds since 1970. */
  at: number;
  /** What the person was answered; null when the background died first. */
  told: { url: string } | { failure: Failure } | null;
}

/**
 * Something the person wishes of a thing, after which later wishes count. maybe: the background died
 * before it said whether it had heard it, so both is right.
 */
export interface Wish {
  /** What then is to be so: the track is saved, the link is revoked. */
  wanted: boolean;
  state: "heard" | "maybe" | "refused" | "given up";
  /** Taken back; maybe: nobody was told whether. */
  undone: "no" | "yes" | "maybe";
}

/** All that a schedule left, on both sides. */
export interface Facts {
  presses: readonly Press[];
  /** The attempts that the person gave up, by key, as they were then. */
  forgotten: ReadonlyMap<string, Attempt>;
  /** By `account track`. */
  saves: ReadonlyMap<string, readonly Wish[]>;
  /** By the key of the link. */
  revocations: ReadonlyMap<string, readonly Wish[]>;
  /** What was asked of a background that lives, and never answered. */
  unanswered: readonly string[];
  uncaught: readonly string[];
  /** Whether everything came to rest. */
  rested: boolean;
  /** Whether the person has mended what was paused and retried what was stuck. */
  helped: boolean;
  wasLost: boolean;
  posts: readonly Post[];
  service: readonly Committed[];
  /** Ids of the tracks in the service's library. */
  library: readonly string[];
  main: Rows;
  copy: Rows;
}

export const attemptsOf = ({ main }: Facts): Attempt[] => main["attempts"] as Attempt[];
export const linksOf = ({ main }: Facts): StoredLink[] => main["links"] as StoredLink[];
export const jobsOf = ({ main }: Facts): Job[] => main["outbox"] as Job[];
export const entriesOf = ({ main }: Facts): Entry[] => main["entries"] as Entry[];

/** Whether the person left it open what the service has: the try that was given up may have been done there. */
export function isOpen(wishes: readonly Wish[]): boolean {
  const settled = wishes.findLastIndex(({ state, undone }) => state === "heard" && undone === "no");
  return wishes.some(({ state }, at) => state === "given up" && at > settled);
}

/** What may be so after these wishes, when it was not so before the first. */
export function outcomes(wishes: readonly Wish[]): Set<boolean> {
  const may = new Set<boolean>();
  for (const { wanted, state, undone } of wishes.toReversed()) {
    if (undone === "yes" || state === "refused") continue;
    may.add(wanted);
    if (state === "heard" && undone === "no") return may;
  }
  return may.add(false);
}
