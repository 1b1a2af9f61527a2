import { browser } from "wxt/browser";

/**
 * The page behind `copy` in Chromium. It has no focus, so `navigator.clipboard` refuses
 * (measured on Chromium 156); execCommand works with the clipboardWrite permission.
 */
export function answerCopies(field: HTMLTextAreaElement): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (sender.tab || typeof message !== "object" || message === null) return;
    const { copy } = message as { copy?: unknown };
    if (typeof copy !== "string") return;
    field.value = copy;
    field.select();
    reply(document.execCommand("copy"));
    field.value = "";
  });
}
