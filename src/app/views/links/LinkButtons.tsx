import type { ComponentChildren } from "preact";
import type { Link, linkState } from "../../../model/link.ts";
import { t } from "../../../i18n/text.ts";
import type { Copying } from "../../models/copy-link.ts";
import { ForElsewhere } from "./EmbedMenu.tsx";

interface LinkButtonsProps {
  link: Link;
  state: ReturnType<typeof linkState>;
  tabIndex: number;
  describedBy: string;
  late: { copying: Copying };
  /** The buttons after these. */
  children: ComponentChildren;
}

/** What can be done with a link that lives. */
export function LinkButtons(props: LinkButtonsProps) {
  const { link, state, tabIndex, describedBy, children } = props;
  const { copying } = props.late;
  const same = { class: "quiet", tabIndex, "aria-describedby": describedBy };
  return (
    <div class="buttons">
      {state === "live" && (
        <>
          <button {...same} type="button" onClick={() => void copying.link(link)}>
            {t("copy_link")}
          </button>
          <ForElsewhere
            link={link}
            copying={copying}
            tabIndex={tabIndex}
            describedBy={describedBy}
          />
          <a {...same} href={link.url} target="_blank" rel="noreferrer" title={t("open_title")}>
            {t("open")}
          </a>
        </>
      )}
      {children}
    </div>
  );
}
