import { browser } from "wxt/browser";
import { broadcast } from "../../messages/broadcast.ts";
import type { Messages } from "../../messages/protocol.ts";
import type { MessageSource, Handlers } from "../../messages/receive.ts";
import { fail, ok } from "../../model/failure.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Track } from "../../model/track.ts";
import { providerFacts } from "../../providers/facts.ts";
import { findTrackById } from "../../providers/page-rules.ts";
import type { Database } from "../../store/database/schema.ts";
import { getEntry } from "../../store/entries.ts";
import { findAccountsForTrack } from "../accounts/accounts.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { saveFromPlayer } from "../actions/save-from-player.ts";
import { copyText } from "../browser/clipboard.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";
import { shareTrack } from "../sharing/share-track.ts";

type PageMessageName = {
  [N in keyof Messages]: Messages[N]["from"] extends "page" ? N : never;
}[keyof Messages];

/**
 * Handles what the content script's buttons in a web page send. Nothing is taken from the page but a track's id:
 * its service follows from the page's address, which the browser reports. No reply holds the address of a share.
 */
export function createPageHandlers(
  opened: Promise<Database>,
  scheduler: Scheduler,
): Pick<Handlers, PageMessageName> {
  /** The track with this id at the page's service, and the account that acts on it; null without one of them. */
  async function resolveTrack(id: string, { page }: MessageSource) {
    const ref = page ? findTrackById(page.address, id) : null;
    const account = ref ? (await findAccountsForTrack(await opened, ref))[0] : undefined;
    if (!ref || !account) return null;
    const track: Track = { ...ref, title: null, duration: null };
    return { track, account };
  }
  return {
    async "page-list-saved"({ tracks }, from) {
      const saved: string[] = [];
      for (const id of tracks) {
        const found = await resolveTrack(id, from);
        if (found && (await getEntry(await opened, found.account.id, id))) saved.push(id);
      }
      return ok({ saved });
    },
    async "page-share"({ intent, track: id }, from) {
      const found = await resolveTrack(id, from);
      if (!found) return fail({ kind: "no-account" });
      const { account, track } = found;
      const terms = getDefaultTerms(providerFacts[account.provider].terms);
      void scheduler.armWatchdog();
      const shared = await shareTrack(await opened, account, { intent, track, terms });
      broadcast("links");
      void scheduler.run();
      if (!shared.ok) return shared;
      return ok({ copied: await copyText(shared.value.url), expiresAt: shared.value.expiresAt });
    },
    async "page-save"({ track: id, saved: wanted }, from) {
      const found = await resolveTrack(id, from);
      if (!found) return fail({ kind: "no-account" });
      const db = await opened;
      void scheduler.armWatchdog();
      if (wanted === "yes") {
        const saved = await saveTrack(db, found.account, found.track);
        broadcast("entries", "outbox");
        void scheduler.run();
        return saved;
      }
      const removed = await unsaveTrack(db, found.account, found.track);
      broadcast("entries", "outbox");
      void scheduler.run();
      return removed.ok ? ok({ waiting: null }) : removed;
    },
    async "page-save-link"(played) {
      void scheduler.armWatchdog();
      const { ok: saved } = await saveFromPlayer(await opened, played);
      broadcast("entries", "outbox");
      void scheduler.run();
      return ok({ saved });
    },
    async "page-open-app"() {
      // Older browsers open a popup only for a click on the toolbar; there the app opens in a tab.
      const inTab = { url: browser.runtime.getURL("/options.html#links" as "/options.html") };
      await browser.action.openPopup().catch(() => browser.tabs.create(inTab));
      return ok(undefined);
    },
  };
}
