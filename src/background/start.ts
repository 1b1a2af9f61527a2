import { browser } from "wxt/browser";
import { answerAll } from "../messages/answer.ts";
import { openDatabase } from "../store/database.ts";
import { answers } from "./answers.ts";
import { updateButtons } from "./buttons.ts";
import { recover } from "./recover.ts";
import { finishWaiting, onWaitingAlarm } from "./waiting.ts";

/** The one place that knows all the parts of the background. Listeners are added at once. */
export function start(): void {
  const opened = openDatabase().then(async (db) => {
    await recover(db);
    return db;
  });
  answerAll(answers(opened));
  const waiting = async (): Promise<void> => finishWaiting(await opened);
  onWaitingAlarm(waiting);
  void waiting();
  const buttons = async (): Promise<void> => updateButtons(await opened);
  // Registered scripts are forgotten at an update; permissions come and go in the browser's own pages.
  browser.runtime.onInstalled.addListener(buttons);
  browser.permissions.onAdded.addListener(buttons);
  browser.permissions.onRemoved.addListener(buttons);
}
