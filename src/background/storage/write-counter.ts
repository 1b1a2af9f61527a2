import { browser } from "wxt/browser";
import type { WriteCounter } from "../../store/database/open-replicated.ts";

const WRITES = "writes";
const LOST = "lost";

/**
 * Keeps the number of writes in `storage.local`, outside of the databases, so that it is noticed when both databases
 * were emptied silently. Content scripts can read `storage.local` in Firefox, so nothing secret may be stored there.
 */
export const writeCounter: WriteCounter = {
  async read() {
    const { [WRITES]: seen } = await browser.storage.local.get(WRITES);
    return typeof seen === "number" ? seen : 0;
  },
  write(generation) {
    // Not awaited. If the worker stops first the number is one too low, which is not taken for a loss.
    void browser.storage.local.set({ [WRITES]: generation });
  },
};

/** Whether rows were lost and the person has not read the warning yet. */
export async function readLoss(): Promise<boolean> {
  return (await browser.storage.local.get(LOST))[LOST] === true;
}

export function writeLoss(lost: boolean): Promise<void> {
  return browser.storage.local.set({ [LOST]: lost });
}
