import { DAY_MS } from "../../shared/time-units.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long things wait, in milliseconds. */
export const realDelays = {
  /** After a share of which nobody knows: when its service's list is read. The list may be behind. */
  polls: [2 * SECOND, 10 * SECOND],
  /** After that no request that was thought lost still arrives. */
  orphanSweep: 10 * MINUTE,
  /** Between two questions whether something is ready; alarms are no finer. */
  notReady: 30 * SECOND,
  /** In which a removal or a revocation can be taken back. */
  undoWindow: 5 * SECOND,
  /** First pause after a failure that may pass; it doubles. */
  firstRetry: SECOND,
  longestRetry: 5 * MINUTE,
};

/** A test build is in a hurry. */
export const delays: typeof realDelays = __TESTING__
  ? {
      polls: [60, 240],
      orphanSweep: 1500,
      notReady: 500,
      undoWindow: 700,
      firstRetry: 100,
      longestRetry: 1000,
    }
  : realDelays;

/** A rendering that takes longer is broken: the person is told, and nothing was ever sent. */
export const RENDER_TIMEOUT_MS = 60 * MINUTE;

/** A wish to share that could not be sent for so long needs the person's word again. */
export const MAX_INTENT_AGE_MS = DAY_MS;
