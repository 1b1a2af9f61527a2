import { formatDay } from "../i18n/dates.ts";
import { t } from "../i18n/translate.ts";
import { send } from "../messages/send.ts";
import type { TrackRef } from "../model/track.ts";
import { isCollection } from "../providers/collections.ts";
import { formatFailure, formatSaveOutcome } from "./failure-text.ts";
import { createButton } from "./toolbar-button.ts";
import { getToolbarStyle } from "./toolbar-style.ts";

/** The Share and Save buttons of one track in a page. */
export interface Toolbar {
  readonly host: HTMLElement;
  readonly track: string;
  setSaved(saved: boolean): void;
}

/**
 * Creates the toolbar of one track. It shows text and takes clicks, but never holds a share address: a page can read
 * everything in itself, a closed shadow root included.
 */
export function createToolbar(tag: string, ref: TrackRef, compact: boolean): Toolbar {
  const track = ref.id;
  const host = document.createElement(tag);
  host.toggleAttribute("compact", compact);
  const root = host.attachShadow({ mode: "closed" });
  root.adoptedStyleSheets = [getToolbarStyle()];
  const share = createButton("share", t("page_share"), compact);
  const save = createButton("save", t("page_save"), compact);
  save.element.hidden = isCollection(ref);
  const manage = createButton("manage", t("page_manage"), false);
  manage.element.hidden = true;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const group = document.createElement("div");
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", t("page_toolbar_label"));
  group.append(share.element, save.element, status, manage.element);
  root.append(group);

  const showStatus = (text: string): void => {
    status.textContent = text;
  };
  let isSaved = false;
  function setSaved(saved: boolean): void {
    isSaved = saved;
    save.set(saved ? t("page_saved") : t("page_save"), saved);
  }

  share.onPress(async () => {
    showStatus(t("page_sharing"));
    const reply = await send("page-share", { intent: crypto.randomUUID(), track });
    if (!reply.ok) return showStatus(formatFailure(reply.failure));
    const { copied, expiresAt } = reply.value;
    const expiry =
      expiresAt === null ? t("page_never_expires") : t("page_expires", formatDay(expiresAt));
    showStatus(copied ? `${t("page_link_copied")} · ${expiry}` : t("page_link_made"));
    manage.element.hidden = false;
  }, showStatus);
  save.onPress(async () => {
    const reply = await send("page-save", { track, saved: isSaved ? "no" : "yes" });
    if (!reply.ok) return showStatus(formatFailure(reply.failure));
    showStatus(formatSaveOutcome(reply.value));
    setSaved(!isSaved);
  }, showStatus);
  manage.onPress(async () => void (await send("page-open-app", {})), showStatus);
  return { host, track, setSaved };
}
