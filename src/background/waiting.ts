import { browser } from "wxt/browser";
import { announce } from "../messages/changes.ts";
import { attemptsIn, putAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { accountOf } from "./accounts.ts";
import { oneAtATime, pursue } from "./share-track.ts";

const ALARM = "waiting-shares";

/** The shortest period Chromium keeps to. https://developer.chrome.com/docs/extensions/reference/api/alarms */
const PERIOD_MINUTES = 0.5;

/** A rendering that takes longer is broken: the person is told, and nothing was ever sent. */
const PATIENCE_MS = 3_600_000;

/**
 * Finishes shares whose track was not ready when they were asked for. They are listed in the app
 * and can be forgotten there. Runs on an alarm, as the worker does not live long enough to wait.
 */
export async function finishWaiting(db: Database): Promise<void> {
  const attempts = await attemptsIn(db, "waiting");
  for (const attempt of attempts) {
    const account = await accountOf(db, attempt.account);
    if (!account || Date.now() - attempt.createdAt > PATIENCE_MS) {
      const failure = { kind: account ? "not-ready" : "no-account" } as const;
      await putAttempt(db, { ...attempt, state: "failed", failure });
    } else {
      await oneAtATime(account, attempt.track, () => pursue(db, account, attempt));
    }
    announce("links");
  }
  const left = await attemptsIn(db, "waiting");
  if (left.length > 0) await browser.alarms.create(ALARM, { delayInMinutes: PERIOD_MINUTES });
}

/** Calls `finish` when the alarm rings. */
export function onWaitingAlarm(finish: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void finish();
  });
}
