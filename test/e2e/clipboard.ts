import type { Page } from "@playwright/test";

/*
 * What copies, measured headless in Chromium 156 (2026-11):
 * - the popup's `navigator.clipboard.writeText`, even two seconds after the click: yes, with no permission;
 * - an offscreen document's `execCommand("copy")`, no gesture: only with `clipboardWrite` (required, or optional and granted);
 * - an offscreen document's `navigator.clipboard.writeText`: never ("Document is not focused").
 */

/** What the clipboard holds, read through a web page; that page comes to the front, which closes an open popup. */
export async function readClipboard(page: Page): Promise<string> {
  return onClipboard(page, () => page.evaluate(() => navigator.clipboard.readText()));
}

/** Put a marker on the clipboard, so that "nothing was copied" can be told from "the same was copied". */
export async function writeClipboard(page: Page, text: string): Promise<void> {
  await onClipboard(page, () =>
    page.evaluate((words) => navigator.clipboard.writeText(words), text),
  );
}

// Chromium gives the permission to web origins only, so an extension page (the popup) cannot read it back.
async function onClipboard<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const origin = new URL(page.url()).origin;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  await page.bringToFront();
  try {
    return await act();
  } finally {
    // Granting two refuses every other permission of that origin until cleared.
    await page.context().clearPermissions();
  }
}
