import { browser } from "wxt/browser";

/**
 * Copies text to the clipboard from the extension's own context, so that no web page gets the address of a share.
 * Returns false when the browser did not allow it.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!(await browser.permissions.contains({ permissions: ["clipboardWrite"] }))) return false;
  // Firefox's background is a page and may write to the clipboard. Chromium's worker has none and needs an offscreen
  // page. https://developer.chrome.com/docs/extensions/reference/api/offscreen
  if (import.meta.env.FIREFOX) {
    return (
      navigator.clipboard?.writeText(text).then(
        () => true,
        () => false,
      ) ?? false
    );
  }
  const copied = last.then(() => copyThroughOffscreenPage(text));
  last = copied;
  return copied;
}

/** Copies run one after the other, because an extension can have only one offscreen page at a time. */
let last: Promise<boolean> = Promise.resolve(true);

async function copyThroughOffscreenPage(text: string): Promise<boolean> {
  // A worker that was stopped while copying may have left its page open.
  const open = await browser.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] });
  if (open.length === 0) {
    await browser.offscreen.createDocument({
      url: "/clipboard.html",
      reasons: ["CLIPBOARD"],
      justification: "Puts a share link on the clipboard",
    });
  }
  const copied: unknown = await browser.runtime.sendMessage({ copy: text });
  await browser.offscreen.closeDocument();
  return copied === true;
}
