import { DAY_MS } from "../../shared/time-units.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long things wait, in milliseconds. */
export const realPace = {
  /** After a share of which nobody knows: when its service's list is read. The list may be behind. */
  looks: [2 * SECOND, 10 * SECOND],
  /** After that no request that was thought lost still arrives. */
  sweep: 10 * MINUTE,
  /** Between two questions whether something is ready; alarms are no finer. */
  notReady: 30 * SECOND,
  /** In which a removal or a revocation can be taken back. */
  undo: 5 * SECOND,
  /** First pause after a failure that may pass; it doubles. */
  again: SECOND,
  longest: 5 * MINUTE,
};

/** A test build is in a hurry. */
export const pace: typeof realPace = __TESTING__
  ? { looks: [60, 240], sweep: 1500, notReady: 500, undo: 700, again: 100, longest: 1000 }
  : realPace;

/** A rendering that takes longer is broken: the person is told, and nothing was ever sent. */
export const PATIENCE_MS = 60 * MINUTE;

/** A wish to share that could not be sent for so long needs the person's word again. */
export const STALE_MS = DAY_MS;
