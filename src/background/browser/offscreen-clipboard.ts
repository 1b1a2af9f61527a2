import { browser } from "wxt/browser";
import { isPlainObject } from "../../shared/is-plain-object.ts";

/**
 * Runs in Chromium's offscreen page and copies the texts that `copyText` sends it. The page has no focus, so
 * `navigator.clipboard` rejects (measured on Chromium 156); execCommand works with the clipboardWrite permission.
 */
export function handleCopyMessages(field: HTMLTextAreaElement): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    if (sender.tab || !isPlainObject(message)) return;
    const { copy } = message;
    if (typeof copy !== "string") return;
    field.value = copy;
    field.select();
    reply(document.execCommand("copy"));
    field.value = "";
  });
}
