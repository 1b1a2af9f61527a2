import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { SendMessage } from "../../messages/send.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import type { Track } from "../../model/track.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { formatExpiry, joinFacts } from "../text/link-text.ts";
import { createInFlight } from "./in-flight.ts";
import type { ToastModel } from "./toast.ts";

export type ShareModel = ReturnType<typeof createShareModel>;

/** The share form: its terms, and making a link for the track of the current page. */
export function createShareModel(
  send: SendMessage,
  copyText: Platform["copyText"],
  toast: ToastModel,
) {
  /** The terms the person changed from the defaults, and at which provider. */
  const changed = signal<{ provider: ProviderId | null; terms: Partial<Terms> }>({
    provider: null,
    terms: {},
  });
  /** The link that was just made; null shows the form. */
  const newLink = signal<StoredLink | null>(null);
  /** Whether the recipient is not an e-mail address. */
  const recipientInvalid = signal(false);
  const { inFlight, runOnce } = createInFlight();

  /** Reads the current terms with `peek`, because two of them can be changed within one render. */
  function change(provider: ProviderId, part: Partial<Terms>): void {
    const before = changed.peek();
    const terms = { ...(before.provider === provider ? before.terms : {}), ...part };
    changed.value = { provider, terms };
    recipientInvalid.value = false;
  }

  /** The terms in the form for a track of this provider. Another provider starts with its defaults. */
  function getTerms(provider: ProviderId): Terms {
    const own = changed.value.provider === provider ? changed.value.terms : {};
    return { ...getDefaultTerms(providerFacts[provider].terms), ...own };
  }

  /** Each press has one intent, of which the background makes at most one link. */
  async function createLink(track: Track, account: string): Promise<void> {
    const terms = trimTexts(getTerms(track.provider));
    if (terms.recipient !== null && !isEmailAddress(terms.recipient)) {
      recipientInvalid.value = true;
      return void toast.show(t("recipient_misspelt", terms.recipient), "bad");
    }
    const reply = await runOnce("share", () => {
      toast.clear();
      return send("share-track", { intent: crypto.randomUUID(), account, track, terms });
    });
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "share", track);
    const { link } = reply.value;
    const { sharesPageAddress } = providerFacts[track.provider];
    if (!sharesPageAddress) newLink.value = link;
    // The background may not reach the clipboard; this page has the focus and mostly does.
    const copied = reply.value.copied || (await copyText(link.url));
    if (!copied) toast.show(t(sharesPageAddress ? "copy_refused" : "link_made_not_copied"));
    else
      toast.show(
        sharesPageAddress ? t("address_copied") : joinFacts(t("link_copied"), formatExpiry(link)),
      );
  }

  return { getTerms, change, newLink, recipientInvalid, inFlight, createLink };
}

/** Trims the text fields; one with nothing but blanks becomes null. */
const trimTexts = (terms: Terms): Terms => ({
  ...terms,
  name: terms.name?.trim() || null,
  recipient: terms.recipient?.trim() || null,
  message: terms.message?.trim() || null,
});

/** Something, one @, something with a dot: all that can be checked without sending a mail. */
const isEmailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
