import { useEffect, useRef } from "preact/hooks";
import type { Link } from "../../../model/link.ts";
import { t } from "../../../i18n/text.ts";
import { formatAgo } from "../../../i18n/dates.ts";
import { expiryText, facts, grantedText, visibilityText } from "../../text/link-text.ts";
import { type Copying, isEmbeddable } from "../../models/copy-link.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { ForElsewhere } from "../links/EmbedMenu.tsx";

interface MadeProps {
  link: Link;
  copying: Copying;
  onRevoke: () => Promise<unknown>;
  onNew: () => void;
}

/** The link that was just made, and what can be done with it next. */
export function Made({ link, copying, onRevoke, onNew }: MadeProps) {
  const again = useRef<HTMLButtonElement>(null);
  // The Share button that had the focus is gone.
  useEffect(() => again.current?.focus(), []);
  const granted = grantedText(link);
  return (
    <section class="made" aria-label={t("link_made")}>
      <p class="state" data-state="live">
        {facts(t("link_made"), expiryText(link), visibilityText(link.visibility))}
      </p>
      {granted && <p class="sub">{granted}</p>}
      {link.asked.recipient !== null && (
        <p class="sub">{t("recipient_noted", link.asked.recipient)}</p>
      )}
      <input
        class="address"
        aria-label={t("link_address")}
        readOnly
        value={link.url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div class="buttons">
        <button ref={again} type="button" class="primary" onClick={() => void copying.link(link)}>
          {t("copy_again")}
        </button>
        <ForElsewhere link={link} copying={copying} plain />
      </div>
      {isEmbeddable(link) && <p class="sub">{t("embed_warning")}</p>}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onNew}>
          {t("share_another")}
        </button>
        <Confirm
          label={t("revoke")}
          question={t("revoke_ask", link.track.title ?? t("untitled"), formatAgo(link.createdAt))}
          warning={t("revoke_own_warning")}
          yes={t("revoke_link")}
          no={t("keep_link")}
          onYes={onRevoke}
        />
      </div>
    </section>
  );
}
