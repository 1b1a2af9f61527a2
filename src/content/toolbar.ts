import { isCollection } from "../providers/collections.ts";
import type { TrackRef } from "../model/track.ts";
import { send } from "../messages/send.ts";
import { t } from "../i18n/text.ts";
import { formatDay } from "../i18n/dates.ts";
import { makeButton } from "./toolbar-button.ts";
import { failureWords, keptWords } from "./failure-text.ts";
import { barStyle } from "./toolbar-style.ts";

/** The buttons of one track in a page. */
export interface Bar {
  readonly host: HTMLElement;
  readonly track: string;
  setSaved(saved: boolean): void;
}

/**
 * Makes the bar of one track. It shows words and takes clicks; it never holds a share address,
 * as a page can get at everything in itself, a closed shadow root included.
 */
export function makeBar(tag: string, ref: TrackRef, compact: boolean): Bar {
  const track = ref.id;
  const host = document.createElement(tag);
  host.toggleAttribute("compact", compact);
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [barStyle()];
  const share = makeButton("share", t("page_share"), compact);
  const save = makeButton("save", t("page_save"), compact);
  save.element.hidden = isCollection(ref);
  const manage = makeButton("manage", t("page_manage"), false);
  manage.element.hidden = true;
  const words = document.createElement("span");
  words.setAttribute("role", "status");
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", t("page_toolbar_label"));
  group.append(share.element, save.element, words, manage.element);
  root.append(group);

  const tell = (said: string): void => {
    words.textContent = said;
  };
  let saved = false;
  function setSaved(now: boolean): void {
    saved = now;
    save.set(now ? t("page_saved") : t("page_save"), now);
  }

  share.onPress(async () => {
    tell(t("page_sharing"));
    const made = await send("page-share", { intent: crypto.randomUUID(), track });
    if (!made.ok) return tell(failureWords(made.failure));
    const { copied, expiresAt } = made.value;
    const until =
      expiresAt === null ? t("page_never_expires") : t("page_expires", formatDay(expiresAt));
    tell(copied ? `${t("page_link_copied")} · ${until}` : t("page_link_made"));
    manage.element.hidden = false;
  }, tell);
  save.onPress(async () => {
    const done = await send("page-save", { track, saved: saved ? "no" : "yes" });
    if (!done.ok) return tell(failureWords(done.failure));
    tell(keptWords(done.value));
    setSaved(!saved);
  }, tell);
  manage.onPress(async () => void (await send("page-open-app", {})), tell);
  return { host, track, setSaved };
}
