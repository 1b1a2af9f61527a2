import { useEffect, useRef } from "preact/hooks";
import { formatAgo } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import type { StoredLink } from "../../../model/stored-link.ts";
import { isEmbeddable } from "../../models/copy-link.ts";
import type { CopyLinkModel } from "../../models/copy-link.ts";
import {
  formatExpiry,
  joinFacts,
  formatGrantedTerms,
  formatVisibility,
} from "../../text/link-text.ts";
import { EmbedMenu } from "../links/EmbedMenu.tsx";
import { RevokeButton } from "../links/RevokeButton.tsx";

interface NewLinkProps {
  link: StoredLink;
  copyLink: CopyLinkModel;
  onRevoke: () => Promise<unknown>;
  onNew: () => void;
}

/** The link that was just made, with buttons to copy, embed and revoke it. */
export function NewLink({ link, copyLink, onRevoke, onNew }: NewLinkProps) {
  const copyButton = useRef<HTMLButtonElement>(null);
  // The Share button, which had the focus, is gone.
  useEffect(() => copyButton.current?.focus(), []);
  const granted = formatGrantedTerms(link);
  return (
    <section class="new-link" aria-label={t("link_made")}>
      <p class="state" data-state="live">
        {joinFacts(t("link_made"), formatExpiry(link), formatVisibility(link.visibility))}
      </p>
      {granted && <p class="secondary">{granted}</p>}
      {link.asked.recipient !== null && (
        <p class="secondary">{t("recipient_noted", link.asked.recipient)}</p>
      )}
      <input
        class="address"
        aria-label={t("link_address")}
        readOnly
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <button
          ref={copyButton}
          type="button"
          class="primary"
          onClick={() => void copyLink.copyAddress(link)}
        >
          {t("copy_again")}
        </button>
        <EmbedMenu link={link} copyLink={copyLink} bordered />
      </div>
      {isEmbeddable(link) && <p class="secondary">{t("embed_warning")}</p>}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onNew}>
          {t("share_another")}
        </button>
        <RevokeButton
          question={t("revoke_ask", link.track.title ?? t("untitled"), formatAgo(link.createdAt))}
          warning={t("revoke_own_warning")}
          onConfirm={onRevoke}
        />
      </div>
    </section>
  );
}
