import { getControlWords } from "../i18n/control-words.ts";
import { formatMessage } from "../i18n/format-message.ts";
import { createIcon, setLabel, createElement } from "../lib/dom.ts";
import { replaceChildren } from "../lib/keep-focus.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const DOWNLOAD_ICON = "M11 4h2v8h3.5L12 16.5 7.5 12H11zM5 18h14v2H5z";

/** A link for each file that may be downloaded; hidden where the share allows none. */
export const createDownloadLinks: Control = ({ state }, life) => {
  const links = createElement("div", { class: "download" });
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    const files = state.downloads.value;
    links.hidden = files.length === 0;
    replaceChildren(
      links,
      files.map(({ label: name, url }) => {
        const [icon] = createIcon(DOWNLOAD_ICON);
        // A new tab, so that a server that has the file shown instead of saved does not replace the page.
        const target = { download: "", target: "_blank", rel: "noreferrer" };
        const link = createElement("a", { class: "file", href: url, ...target }, icon, name ?? "");
        setLabel(
          link,
          name ? formatMessage(words.downloadOf, words.lang, { label: name }) : words.download,
        );
        return link;
      }),
    );
  });
  return links;
};
