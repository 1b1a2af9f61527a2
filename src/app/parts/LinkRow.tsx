import { useId } from "preact/hooks";
import { type Link, linkState } from "../../model/link.ts";
import { t } from "../../ui/text.ts";
import { ago } from "../../ui/when.ts";
import { facts, grantedText, stateText, visibilityText } from "../link-text.ts";
import { type Copying, isEmbeddable } from "../models/copying.ts";
import { Confirm } from "./Confirm.tsx";

interface LinkRowProps {
  link: Link;
  /** Its label, or empty when it goes without saying. */
  account: string;
  tabIndex: number;
  copying: Copying;
  onRevoke: (link: Link) => Promise<unknown>;
}

/** One share link: how it stands, and what can still be done with it. */
export function LinkRow({ link, account, tabIndex, copying, onRevoke }: LinkRowProps) {
  const id = useId();
  const now = Date.now();
  const state = linkState(link, now);
  const title = link.track.title ?? t("untitled");
  const granted = grantedText(link);
  const same = { type: "button", class: "quiet", tabIndex, "aria-describedby": id } as const;

  return (
    <>
      <div class="row-head">
        <h2 id={id}>{title}</h2>
        <span class="state" data-state={state}>
          {stateText(link, now)}
        </span>
      </div>
      <p class="sub">
        {facts(
          link.asked.name ?? "",
          visibilityText(link.visibility),
          account,
          t("made_on", ago(link.createdAt)),
        )}
      </p>
      {granted && <p class="sub">{granted}</p>}
      {state !== "revoked" && (
        <div class="buttons">
          {state === "live" && (
            <>
              <button {...same} onClick={() => void copying.link(link)}>
                {t("copy_link")}
              </button>
              {isEmbeddable(link) && (
                <button {...same} onClick={() => void copying.embed(link)}>
                  {t("copy_embed")}
                </button>
              )}
              <a
                class="quiet"
                href={link.url}
                target="_blank"
                rel="noreferrer"
                tabIndex={tabIndex}
                aria-describedby={id}
                title={t("open_title")}
              >
                {t("open")}
              </a>
            </>
          )}
          {/* Also for expired ones: expiry is by our clock, which may be wrong. */}
          {link.track.provider !== "web" && (
            <Confirm
              label={t("revoke")}
              question={t("revoke_ask", title, ago(link.createdAt))}
              warning={t("revoke_warning")}
              yes={t("revoke_link")}
              no={t("keep_link")}
              tabIndex={tabIndex}
              describedBy={id}
              onYes={() => onRevoke(link)}
            />
          )}
        </div>
      )}
    </>
  );
}
