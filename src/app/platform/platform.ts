import { matchPattern } from "../../model/match-pattern.ts";
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
export interface Surroundings {
  /** A toolbar popup, which any prompt of the browser closes, or a tab of its own. */
  place: "popup" | "tab";
  /** The page the toolbar button was pressed on; null when its address is not for us. */
  activePage(): Promise<ActivePage | null>;
  /** Must be called in the click itself: the browser asks nobody who did not just press something. */
  allow(provider: ProviderId, origin: string): Promise<boolean>;
  /** Where accounts are added. */
  openOptions(): Promise<void>;
  /** Resolves to whether the text is now on the clipboard. */
  copy(text: string): Promise<boolean>;
}

/** The real browser. */
export function createSurroundings(place: Surroundings["place"]): Surroundings {
  return {
    place,

    async activePage() {
      if (place === "tab") return null; // the active tab would be this one
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      if (tab?.url === undefined) return null;
      return { address: tab.url, title: tab.title ?? null, tab: tab.id ?? null };
    },

    allow: (provider, origin) =>
      browser.permissions.request({
        origins: [...new Set(hostsOf(provider, origin).map(matchPattern))],
        permissions: ["clipboardWrite"],
      }),

    async openOptions() {
      await browser.runtime.openOptionsPage();
      window.close();
    },

    copy: (text) =>
      navigator.clipboard.writeText(text).then(
        () => true,
        () => false, // not focused, or forbidden by policy: either way nothing was copied
      ),
  };
}
