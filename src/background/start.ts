import { browser } from "wxt/browser";
import { broadcast } from "../messages/broadcast.ts";
import { listenForMessages } from "../messages/receive.ts";
import { installFailpoints } from "./browser/install-failpoints.ts";
import { updateContentScripts } from "./browser/register-content-scripts.ts";
import { createHandlers } from "./handlers/app.ts";
import { retryOfflineJobs, resumePausedJobs } from "./outbox/outbox.ts";
import { createScheduler } from "./scheduler/scheduler.ts";
import { openStorage } from "./storage/open-storage.ts";

/**
 * Starts the background: storage, scheduler and message handlers. It adds all listeners synchronously, because a
 * browser that starts a worker for an event delivers the event only to listeners that are added at once.
 */
export function start(): void {
  installFailpoints();
  const storage = openStorage();
  const opened = storage.then(({ db }) => db);
  const scheduler = createScheduler(opened);
  listenForMessages(createHandlers(storage, scheduler));
  void scheduler.run();
  globalThis.addEventListener(
    "online",
    () => void opened.then(retryOfflineJobs).then(scheduler.run),
  );

  const updateScripts = async (): Promise<void> => updateContentScripts(await opened);
  // The browser forgets registered content scripts at an update, and permissions change in its own settings too.
  browser.runtime.onInstalled.addListener(updateScripts);
  browser.permissions.onRemoved.addListener(updateScripts);
  browser.permissions.onAdded.addListener(async () => {
    await updateScripts();
    await resumePausedJobs(await opened, null);
    broadcast("outbox");
    await scheduler.run();
  });
  // Without this listener Firefox applies an update at once; Chromium waits until the worker is idle.
  browser.runtime.onUpdateAvailable.addListener(async () => {
    await scheduler.run();
    browser.runtime.reload();
  });
}
