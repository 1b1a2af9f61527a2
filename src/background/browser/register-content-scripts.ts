import { browser } from "wxt/browser";
import { toMatchPattern } from "../../model/match-pattern.ts";
import { getAccountOrigins } from "../../providers/hosts.ts";
import { getUsableAccounts } from "../../store/accounts.ts";
import type { Database } from "../../store/database/schema.ts";

const ID = "track-page";
const FILE = "track-page.js";

/**
 * Registers the content script with the buttons for the pages of services that have an account here and whose
 * origins the person has granted, and unregisters it for all others. The manifest registers none.
 */
export async function updateContentScripts(db: Database): Promise<void> {
  const wanted = new Set<string>();
  for (const account of await getUsableAccounts(db)) {
    for (const pattern of getAccountOrigins(account.provider, account.origin).map(toMatchPattern)) {
      if (await browser.permissions.contains({ origins: [pattern] })) wanted.add(pattern);
    }
  }
  const matches = [...wanted];
  const [now] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (now) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = { id: ID, js: [FILE], matches };
  if (now) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
  const added = matches.filter((pattern) => !now?.matches?.includes(pattern));
  if (added.length > 0) await addToOpenTabs(added);
}

/** Runs the script in pages that are open already, as a registered one only runs when a page loads. */
async function addToOpenTabs(matches: string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: matches, discarded: false });
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id }, files: [`/${FILE}`] })],
    ),
  );
}
