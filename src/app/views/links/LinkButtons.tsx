import type { ComponentChildren } from "preact";
import { t } from "../../../i18n/translate.ts";
import type { StoredLink, getLinkState } from "../../../model/stored-link.ts";
import type { CopyLinkModel } from "../../models/copy-link.ts";
import { EmbedMenu } from "./EmbedMenu.tsx";

interface LinkButtonsProps {
  link: StoredLink;
  state: ReturnType<typeof getLinkState>;
  tabIndex: number;
  describedBy: string;
  deferred: { copyLink: CopyLinkModel };
  /** Further buttons. */
  children: ComponentChildren;
}

/** The buttons of a live link: copy, embed, open. */
export function LinkButtons(props: LinkButtonsProps) {
  const { link, state, tabIndex, describedBy, children } = props;
  const { copyLink } = props.deferred;
  const buttonProps = { class: "quiet", tabIndex, "aria-describedby": describedBy };
  return (
    <div class="buttons">
      {state === "live" && (
        <>
          <button {...buttonProps} type="button" onClick={() => void copyLink.copyAddress(link)}>
            {t("copy_link")}
          </button>
          <EmbedMenu
            link={link}
            copyLink={copyLink}
            tabIndex={tabIndex}
            describedBy={describedBy}
          />
          <a
            {...buttonProps}
            href={link.url}
            target="_blank"
            rel="noreferrer"
            title={t("open_title")}
          >
            {t("open")}
          </a>
        </>
      )}
      {children}
    </div>
  );
}
