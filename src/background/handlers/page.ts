import { browser } from "wxt/browser";
import type { MessageSource, Handlers } from "../../messages/receive.ts";
import { broadcast } from "../../messages/broadcast.ts";
import type { Messages } from "../../messages/protocol.ts";
import { fail, ok } from "../../model/failure.ts";
import { providerFacts } from "../../providers/facts.ts";
import { defaultTerms } from "../../model/share.ts";
import type { Track } from "../../model/track.ts";
import { trackOf } from "../../providers/pages.ts";
import type { Database } from "../../store/database/open-one.ts";
import { getEntry } from "../../store/entries.ts";
import { findAccountsForTrack } from "../accounts/accounts.ts";
import { copyText } from "../browser/clipboard.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";
import { saveFromPlayer } from "../actions/save-from-player.ts";
import { shareTrack } from "../sharing/share-track.ts";

type PageName = {
  [N in keyof Messages]: Messages[N]["from"] extends "page" ? N : never;
}[keyof Messages];

/**
 * What our buttons in a page may ask. A page is believed nothing but an id: which service it
 * belongs to follows from the address the browser reports, and no answer holds a share address.
 */
export function createPageHandlers(
  opened: Promise<Database>,
  rounds: Scheduler,
): Pick<Handlers, PageName> {
  /** The track that a page means, and the account that acts for it. */
  async function meant(id: string, { page }: MessageSource) {
    const ref = page ? trackOf(page.address, id) : null;
    const account = ref ? (await findAccountsForTrack(await opened, ref))[0] : undefined;
    if (!ref || !account) return null;
    const track: Track = { ...ref, title: null, duration: null };
    return { track, account };
  }
  return {
    async "page-tracks"({ tracks }, from) {
      const saved: string[] = [];
      for (const id of tracks) {
        const it = await meant(id, from);
        if (it && (await getEntry(await opened, it.account.id, id))) saved.push(id);
      }
      return ok({ saved });
    },
    async "page-share"({ intent, track: id }, from) {
      const it = await meant(id, from);
      if (!it) return fail({ kind: "no-account" });
      const terms = defaultTerms(providerFacts[it.account.provider].terms);
      void rounds.armWatchdog();
      const made = await shareTrack(await opened, it.account, { intent, track: it.track, terms });
      broadcast("links");
      void rounds.go();
      if (!made.ok) return made;
      return ok({ copied: await copyText(made.value.url), expiresAt: made.value.expiresAt });
    },
    async "page-save"({ track: id, saved }, from) {
      const it = await meant(id, from);
      if (!it) return fail({ kind: "no-account" });
      const db = await opened;
      void rounds.armWatchdog();
      if (saved === "yes") {
        const kept = await saveTrack(db, it.account, it.track);
        broadcast("entries", "outbox");
        void rounds.go();
        return kept;
      }
      const removed = await unsaveTrack(db, it.account, it.track);
      broadcast("entries", "outbox");
      void rounds.go();
      return removed.ok ? ok({ waiting: null }) : removed;
    },
    async "page-save-link"(played) {
      void rounds.armWatchdog();
      const { ok: saved } = await saveFromPlayer(await opened, played);
      broadcast("entries", "outbox");
      void rounds.go();
      return ok({ saved });
    },
    async "page-manage"() {
      // Older browsers open a popup only by a click on the toolbar: then the same app in a tab.
      const inTab = { url: browser.runtime.getURL("/options.html#links" as "/options.html") };
      await browser.action.openPopup().catch(() => browser.tabs.create(inTab));
      return ok(undefined);
    },
  };
}
