import { t } from "../../i18n/translate.ts";
import { buildSettings } from "../../model/build-settings.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { createEmbedCode, createFrameCode, createListeningAddress } from "../text/embed-code.ts";
import { formatExpiry, joinFacts } from "../text/link-text.ts";
import type { ToastModel } from "./toast.ts";

export type CopyLinkModel = ReturnType<typeof createCopyLinkModel>;

/** Copies a link to the clipboard, as an address or as embed code, and shows in the toast whether that worked. */
export function createCopyLinkModel(copyText: Platform["copyText"], toast: ToastModel) {
  async function copy(text: string, success: string): Promise<boolean> {
    const copied = await copyText(text);
    toast.show(copied ? success : t("copy_refused"));
    return copied;
  }

  const copyAddress = (link: Pick<StoredLink, "url" | "expiresAt">): Promise<boolean> =>
    copy(link.url, joinFacts(t("link_copied"), formatExpiry(link)));

  const copyEmbedCode = (link: StoredLink): Promise<boolean> =>
    copy(
      createEmbedCode(getPlayerAddress(link), buildSettings),
      `${t("embed_copied")}. ${t("embed_warning")}`,
    );

  function copyFrameCode(link: StoredLink): Promise<boolean> {
    const { listenUrl } = buildSettings;
    const title = link.track.title ?? t("untitled");
    const code = createFrameCode(getPlayerAddress(link), { listenUrl, title });
    return copy(code, `${t("frame_copied")}. ${t("embed_warning")}`);
  }

  const copyListeningAddress = (link: StoredLink): Promise<boolean> =>
    copy(
      createListeningAddress(link.url, buildSettings.listenUrl),
      joinFacts(t("listening_copied"), formatExpiry(link)),
    );

  return { copyAddress, copyEmbedCode, copyFrameCode, copyListeningAddress };
}

/** The address a player is given: some services have one for players that differs from the one for people. */
const getPlayerAddress = ({ embedUrl, url }: StoredLink): string => embedUrl ?? url;

/** Whether the player can play the link, and this build knows where the player is hosted. */
export const isEmbeddable = ({ track }: StoredLink): boolean =>
  buildSettings.playerUrl !== "" && providerFacts[track.provider].canEmbed;

/** Whether this build knows where the listening page and the frame are hosted. */
export const hasListeningPage = (): boolean => buildSettings.listenUrl !== "";
