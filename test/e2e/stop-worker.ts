import type { Page } from "@playwright/test";
import type { Replies, Payload, MessageName } from "../../src/messages/protocol.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import type { Browser } from "./browser.ts";
import { stopWorker } from "./network.ts";

declare const chrome: typeof import("wxt/browser").browser;

/** Asks the background as the app does, from a page of the extension. */
export function sendMessage<N extends MessageName>(
  page: Page,
  name: N,
  question: Payload<N>,
): Promise<Replies[N]> {
  return page.evaluate((message): Promise<never> => chrome.runtime.sendMessage(message), {
    name,
    payload: question,
  });
}

/**
 * Starts `name` and stops the worker at a failpoint on its way, after passing that `skip` times; a new
 * worker is then awake. False when the operation ended without coming by.
 */
export async function stopWorkerAt<N extends MessageName>(
  browser: Browser,
  page: Page,
  { at, skip }: { at: Failpoint; skip: number },
  name: N,
  question: Payload<N>,
): Promise<boolean> {
  const reached = await page.evaluate(
    async ({ at: stop, skip: times, message }) => {
      await chrome.storage.session.set({ stopAt: stop, skip: times, stoppedAt: null });
      const stopped = new Promise<boolean>((resolve) => {
        chrome.storage.session.onChanged.addListener(function seen({ stoppedAt }) {
          if (stoppedAt?.newValue !== stop) return;
          chrome.storage.session.onChanged.removeListener(seen);
          resolve(true);
        });
      });
      const ended = chrome.runtime.sendMessage(message).then(
        () => new Promise<boolean>((resolve) => setTimeout(resolve, 2500, false)),
        () => new Promise<boolean>(() => {}), // the worker was stopped
      );
      return Promise.race([stopped, ended]);
    },
    { at, skip, message: { name, payload: question } },
  );
  if (reached) await stopWorker(browser, page);
  await page.evaluate(() => chrome.storage.session.set({ stopAt: null }));
  await sendMessage(page, "ready", {});
  return reached;
}
