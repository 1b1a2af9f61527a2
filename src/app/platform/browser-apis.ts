import { toMatchPattern } from "../../model/match-pattern.ts";
import { hostsOf } from "../../providers/hosts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { browser } from "wxt/browser";

export interface ActivePage {
  address: string;
  title: string | null;
  /** The browser's id of its tab, where it may be read. */
  tab: number | null;
}

/** What the app needs of the browser round it; a test gives its own. */
export interface Platform {
  /** A toolbar popup, which any prompt of the browser closes, or a tab of its own. */
  place: "popup" | "tab";
  /** The page the toolbar button was pressed on; null when its address is not for us. */
  getActivePage(): Promise<ActivePage | null>;
  /** Must be called in the click itself: the browser asks nobody who did not just press something. */
  requestPermission(provider: ProviderId, origin: string): Promise<boolean>;
  /** Where accounts are added. */
  openOptionsPage(): Promise<void>;
  /** Resolves to whether the text is now on the clipboard. */
  copyText(text: string): Promise<boolean>;
}

/** The real browser. */
export function createBrowserPlatform(place: Platform["place"]): Platform {
  return {
    place,

    async getActivePage() {
      if (place === "tab") return null; // the active tab would be this one
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.url === undefined) return null;
      return { address: tab.url, title: tab.title ?? null, tab: tab.id ?? null };
    },

    requestPermission: (provider, origin) =>
      browser.permissions.request({
        origins: [...new Set(hostsOf(provider, origin).map(toMatchPattern))],
        permissions: ["clipboardWrite"],
      }),

    async openOptionsPage() {
      await browser.runtime.openOptionsPage();
      window.close();
    },

    copyText: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false, // not focused, or forbidden by policy: either way nothing was copied
      ),
  };
}
