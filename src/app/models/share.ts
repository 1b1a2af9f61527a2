import { signal } from "@preact/signals";
import type { Link } from "../../model/link.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { type Terms, defaultTerms } from "../../model/share.ts";
import type { Track } from "../../model/track.ts";
import type { SendMessage } from "../../messages/send.ts";
import { t } from "../../i18n/text.ts";
import { expiryText, facts } from "../text/link-text.ts";
import type { Surroundings } from "../platform/platform.ts";
import { createBusy } from "./busy.ts";
import type { Notice } from "./toast.ts";

export type Sharing = ReturnType<typeof createSharing>;

/** Makes a share link for the track in sight. */
export function createSharing(ask: SendMessage, copy: Surroundings["copy"], notice: Notice) {
  /** What the person chose other than the usual terms, and at which service. */
  const chosen = signal<{ at: ProviderId | null; terms: Partial<Terms> }>({ at: null, terms: {} });
  /** The link just made; null shows the form. */
  const made = signal<Link | null>(null);
  /** Whether the recipient was found to be no e-mail address. */
  const misspelt = signal(false);
  const { doing, during } = createBusy();

  /** On top of what is chosen now: two choices can be made within one render. */
  function change(at: ProviderId, part: Partial<Terms>): void {
    const before = chosen.peek();
    chosen.value = { at, terms: { ...(before.at === at ? before.terms : {}), ...part } };
    misspelt.value = false;
  }

  /** The terms of the form for a track at this service: another service begins anew. */
  function termsAt(provider: ProviderId): Terms {
    const { at, terms } = chosen.value;
    return { ...defaultTerms(providerFacts[provider].terms), ...(at === provider ? terms : {}) };
  }

  /** One press, one intent: the background makes at most one link of it. */
  async function share(track: Track, account: string): Promise<void> {
    const terms = withoutBlanks(termsAt(track.provider));
    if (terms.recipient !== null && !isAddress(terms.recipient)) {
      misspelt.value = true;
      return void notice.say(t("recipient_misspelt", terms.recipient), "bad");
    }
    const answer = await during("share", () => {
      notice.clear();
      return ask("share-track", { intent: crypto.randomUUID(), account, track, terms });
    });
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "share", track);
    const { link } = answer.value;
    const { sharesPageAddress } = providerFacts[track.provider];
    if (!sharesPageAddress) made.value = link;
    // The background could not reach the clipboard; this page, having the focus, mostly can.
    const copied = answer.value.copied || (await copy(link.url));
    if (!copied) notice.say(t(sharesPageAddress ? "copy_refused" : "link_made_not_copied"));
    else
      notice.say(
        sharesPageAddress ? t("address_copied") : facts(t("link_copied"), expiryText(link)),
      );
  }

  return { termsAt, change, made, misspelt, doing, share };
}

/** A field that holds blanks only says nothing. */
const withoutBlanks = (terms: Terms): Terms => ({
  ...terms,
  name: terms.name?.trim() || null,
  recipient: terms.recipient?.trim() || null,
  message: terms.message?.trim() || null,
});

/** Something, one @, something with a dot: what can be told without sending anything. */
const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
