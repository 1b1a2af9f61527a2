import { DAY_MS } from "../../shared/time-units.ts";

const SECOND_MS = 1000;
const MINUTE = 60 * SECOND_MS;

/** How long things wait, in milliseconds. */
export const realDelays = {
  /** After a share without a response: when its service's list is read. Several times, as the list may be behind. */
  polls: [2 * SECOND_MS, 10 * SECOND_MS],
  /** After this no request that was thought lost still arrives, so the search for its link ends. */
  orphanSweep: 10 * MINUTE,
  /** Between two questions whether a track can be shared yet; alarms are no finer. */
  notReady: 30 * SECOND_MS,
  /** How long a removal or a revocation can be undone before it is sent. */
  undoWindow: 5 * SECOND_MS,
  /** The longest pause after the first failure; it doubles with each further one. */
  firstRetry: SECOND_MS,
  longestRetry: 5 * MINUTE,
};

/** The delays in use: shorter ones in a test build. */
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

/** A rendering that takes longer is taken for broken: its attempt fails, without having been sent. */
export const RENDER_TIMEOUT_MS = 60 * MINUTE;

/** A share that could not be sent for so long is not sent by itself any more; the person has to press again. */
export const MAX_INTENT_AGE_MS = DAY_MS;
