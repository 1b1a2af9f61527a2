import { browser } from "wxt/browser";
import { onFailpoint } from "../../model/failpoint.ts";

/**
 * In a test build, halts the background at the failpoint that `stopAt` in `storage.session` names, after passing it
 * `skip` times, and sets `stoppedAt` there. The test then stops the worker at exactly that place.
 */
export function installFailpoints(): void {
  if (!__TESTING__) return;
  let passed = 0;
  onFailpoint(async (at) => {
    const { stopAt, skip } = await browser.storage.session.get(["stopAt", "skip"]);
    if (stopAt !== at || passed++ < Number(skip ?? 0)) return;
    await browser.storage.session.set({ stopAt: null, stoppedAt: at });
    await new Promise(() => {});
  });
}
