import { browser } from "wxt/browser";

/**
 * Puts text on the clipboard from the extension's own context, so that no page ever holds a
 * share address. False when the browser did not let us; the caller says so.
 */
export async function copyText(text: string): Promise<boolean> {
  if (!(await browser.permissions.contains({ permissions: ["clipboardWrite"] }))) return false;
  // Firefox's background is a page and may write; Chromium's worker has no clipboard and needs
  // a page of ours. https://developer.chrome.com/docs/extensions/reference/api/offscreen
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

/** Copies go one after the other, as there may be one such page at a time. */
let last: Promise<boolean> = Promise.resolve(true);

async function copyThroughOffscreenPage(text: string): Promise<boolean> {
  // A worker that died in the middle may have left its page open.
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
