import { browser } from "wxt/browser";
import { listenForMessages } from "../messages/receive.ts";
import { broadcast } from "../messages/broadcast.ts";
import { createHandlers } from "./handlers/app.ts";
import { updateContentScripts } from "./browser/content-scripts.ts";
import { retryOfflineJobs, resumePausedJobs } from "./outbox/outbox.ts";
import { createScheduler } from "./scheduler/scheduler.ts";
import { openStorage } from "./storage/storage.ts";
import { installFailpoints } from "./browser/failpoints.ts";

/** The one place that knows all the parts of the background. Listeners are added at once. */
export function start(): void {
  installFailpoints();
  const keeping = openStorage();
  const opened = keeping.then(({ db }) => db);
  const rounds = createScheduler(opened);
  listenForMessages(createHandlers(keeping, rounds));
  void rounds.go();
  // The database is awaited inside: the listener itself must be there at once.
  globalThis.addEventListener("online", () => void opened.then(retryOfflineJobs).then(rounds.go));

  const buttons = async (): Promise<void> => updateContentScripts(await opened);
  // Registered scripts are forgotten at an update; permissions come and go in the browser's own pages.
  browser.runtime.onInstalled.addListener(buttons);
  browser.permissions.onRemoved.addListener(buttons);
  browser.permissions.onAdded.addListener(async () => {
    await buttons();
    await resumePausedJobs(await opened, null);
    broadcast("outbox");
    await rounds.go();
  });
  // Firefox applies an update at once unless somebody listens; Chromium waits for an idle worker.
  browser.runtime.onUpdateAvailable.addListener(async () => {
    await rounds.go();
    browser.runtime.reload();
  });
}
