import { signal } from "@preact/signals";
import type { Link } from "../../model/link.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import { providerIds } from "../../model/provider-id.ts";
import type { Terms } from "../../model/share.ts";
import type { Track } from "../../model/track.ts";
import type { AskBackground } from "../../messages/ask.ts";
import { t } from "../../ui/text.ts";
import { expiryText, facts } from "../link-text.ts";
import type { Surroundings } from "../surroundings.ts";
import { createBusy } from "./busy.ts";
import type { Notice } from "./notice.ts";

export type Sharing = ReturnType<typeof createSharing>;

/** Makes a share link for the track in sight. */
export function createSharing(ask: AskBackground, copy: Surroundings["copy"], notice: Notice) {
  const terms = signal<Terms>({
    visibility: "link-only",
    expiresInDays: providerFacts[providerIds[0]].terms.expiry.default,
  });
  const made = signal<Link | null>(null);
  const { doing, during } = createBusy();

  /** One press, one intent: the background makes at most one link of it. */
  async function share(track: Track, account: string): Promise<void> {
    const answer = await during("share", () => {
      notice.clear();
      const intent = crypto.randomUUID();
      return ask("share-track", { intent, account, track, terms: terms.peek() });
    });
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "share", track);
    const { link } = answer.value;
    made.value = link;
    // The background could not reach the clipboard; this page, having the focus, mostly can.
    const copied = answer.value.copied || (await copy(link.url));
    notice.say(copied ? facts(t("link_copied"), expiryText(link)) : t("link_made_not_copied"));
  }

  return { terms, made, doing, share };
}
