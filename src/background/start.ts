import { browser } from "wxt/browser";
import { listenForMessages } from "../messages/receive.ts";
import { broadcast } from "../messages/broadcast.ts";
import { answers } from "./handlers/app.ts";
import { updateButtons } from "./browser/content-scripts.ts";
import { hurry, resume } from "./outbox/outbox.ts";
import { createRounds } from "./scheduler/scheduler.ts";
import { openStorage } from "./storage/storage.ts";
import { stopWhereTold } from "./browser/failpoints.ts";

/** The one place that knows all the parts of the background. Listeners are added at once. */
export function start(): void {
  stopWhereTold();
  const keeping = openStorage();
  const opened = keeping.then(({ db }) => db);
  const rounds = createRounds(opened);
  listenForMessages(answers(keeping, rounds));
  void rounds.go();
  // The database is awaited inside: the listener itself must be there at once.
  globalThis.addEventListener("online", () => void opened.then(hurry).then(rounds.go));

  const buttons = async (): Promise<void> => updateButtons(await opened);
  // Registered scripts are forgotten at an update; permissions come and go in the browser's own pages.
  browser.runtime.onInstalled.addListener(buttons);
  browser.permissions.onRemoved.addListener(buttons);
  browser.permissions.onAdded.addListener(async () => {
    await buttons();
    await resume(await opened, null);
    broadcast("outbox");
    await rounds.go();
  });
  // Firefox applies an update at once unless somebody listens; Chromium waits for an idle worker.
  browser.runtime.onUpdateAvailable.addListener(async () => {
    await rounds.go();
    browser.runtime.reload();
  });
}
