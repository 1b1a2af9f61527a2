import type { Page } from "@playwright/test";
import type { Browser } from "./browser.ts";

/**
 * Cut the network for pages and for the worker: `navigator.onLine` is false and every fetch fails,
 * also in a worker that starts while it is cut. An open popup is on a connection of its own: pass it too.
 */
export async function goOffline(browser: Browser, popup?: Page): Promise<void> {
  await browser.context.setOffline(true);
  await popup?.context().setOffline(true);
}

/** Undo {@link goOffline}. */
export async function goOnline(browser: Browser, popup?: Page): Promise<void> {
  await browser.context.setOffline(false);
  await popup?.context().setOffline(false);
}

/** Stop the worker, as the browser does after 30 idle seconds; the next message or event starts a new one. */
export async function stopWorker(browser: Browser, page: Page): Promise<void> {
  const session = await browser.context.newCDPSession(page);
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await session.detach();
}
