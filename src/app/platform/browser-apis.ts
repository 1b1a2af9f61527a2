import { browser } from "wxt/browser";
import { toMatchPattern } from "../../model/match-pattern.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { getAccountOrigins } from "../../providers/hosts.ts";

export interface ActivePage {
  address: string;
  title: string | null;
  /** The browser's id of the tab, if its page may be read. */
  tab: number | null;
}

/** The browser functions that the app uses; tests replace them. */
export interface Platform {
  /** The toolbar popup, which the browser closes when it shows a prompt, or a full tab. */
  place: "popup" | "tab";
  /** The page on which the toolbar button was pressed; null when its address cannot be read. */
  getActivePage(): Promise<ActivePage | null>;
  /** Asks for access to a provider's host. Must be called within a click: otherwise the browser shows no prompt. */
  requestPermission(provider: ProviderId, origin: string): Promise<boolean>;
  /** Opens the full tab, where accounts are added. */
  openOptionsPage(): Promise<void>;
  /** Copies to the clipboard. Resolves to whether that worked. */
  copyText(text: string): Promise<boolean>;
}

/** The functions of the real browser. */
export function createBrowserPlatform(place: Platform["place"]): Platform {
  return {
    place,

    async getActivePage() {
      if (place === "tab") return null; // the active tab is this one
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.url === undefined) return null;
      return { address: tab.url, title: tab.title ?? null, tab: tab.id ?? null };
    },

    requestPermission: (provider, origin) =>
      browser.permissions.request({
        origins: [...new Set(getAccountOrigins(provider, origin).map(toMatchPattern))],
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
