import { redraw } from "../lib/keep-focus.ts";
import { icon, label, make } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";
import type { Control } from "./index.ts";

const DOWN = "M11 4h2v8h3.5L12 16.5 7.5 12H11zM5 18h14v2H5z";

/** A link for each file that may be kept; not there where the share does not allow it. */
export const download: Control = ({ state }, life) => {
  const links = make("div", { class: "download" });
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    const files = state.downloads.value;
    links.hidden = files.length === 0;
    redraw(
      links,
      files.map(({ label: name, url }) => {
        const [drawing] = icon(DOWN);
        // A new tab: where a server says "show" instead of "save", the page one listens on stays.
        const target = { download: "", target: "_blank", rel: "noreferrer" };
        const link = make("a", { class: "file", href: url, ...target }, drawing, name ?? "");
        label(link, name ? fill(words.downloadOf, words.lang, { label: name }) : words.download);
        return link;
      }),
    );
  });
  return links;
};
