import { browser } from "wxt/browser";
import type { WriteCounter } from "../../store/database/open-replicated.ts";

const WRITES = "writes";
const LOST = "lost";

/**
 * Counts the writes outside of the databases, so that two silently empty ones are noticed. It is all
 * that is in `storage.local`, which content scripts can read in Firefox: a number, and no secret.
 */
export const writeCounter: WriteCounter = {
  async read() {
    const { [WRITES]: seen } = await browser.storage.local.get(WRITES);
    return typeof seen === "number" ? seen : 0;
  },
  write(generation) {
    // Behind by one when this is the last thing a worker does: that is taken for nothing worse.
    void browser.storage.local.set({ [WRITES]: generation });
  },
};

/** Whether the person is still to be told that something was lost. */
export async function readLoss(): Promise<boolean> {
  return (await browser.storage.local.get(LOST))[LOST] === true;
}

export function writeLoss(lost: boolean): Promise<void> {
  return browser.storage.local.set({ [LOST]: lost });
}
