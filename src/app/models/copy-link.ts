import { buildSettings } from "../../model/build-settings.ts";
import type { Link } from "../../model/link.ts";
import { providerFacts } from "../../providers/facts.ts";
import { t } from "../../i18n/text.ts";
import { embedCode, frameCode, listeningAddress } from "../text/embed-code.ts";
import { expiryText, facts } from "../text/link-text.ts";
import type { Surroundings } from "../platform/platform.ts";
import type { Notice } from "./toast.ts";

export type Copying = ReturnType<typeof createCopying>;

/** Puts a link on the clipboard, as it is or in a form for other places, and says whether that worked. */
export function createCopying(copy: Surroundings["copy"], notice: Notice) {
  async function put(text: string, done: string): Promise<boolean> {
    const copied = await copy(text);
    notice.say(copied ? done : t("copy_refused"));
    return copied;
  }

  const link = (each: Pick<Link, "url" | "expiresAt">): Promise<boolean> =>
    put(each.url, facts(t("link_copied"), expiryText(each)));

  const embed = (each: Link): Promise<boolean> =>
    put(embedCode(played(each), buildSettings), `${t("embed_copied")}. ${t("embed_warning")}`);

  function frame(each: Link): Promise<boolean> {
    const { listenUrl } = buildSettings;
    const title = each.track.title ?? t("untitled");
    const code = frameCode(played(each), { listenUrl, title });
    return put(code, `${t("frame_copied")}. ${t("embed_warning")}`);
  }

  const listening = (each: Link): Promise<boolean> =>
    put(
      listeningAddress(each.url, buildSettings.listenUrl),
      facts(t("listening_copied"), expiryText(each)),
    );

  return { link, embed, frame, listening };
}

/** What a player is given: where a service has an address for that, not the one for people. */
const played = ({ embedUrl, url }: Link): string => embedUrl ?? url;

/** Whether the link plays in the player, and the player is somewhere. */
export const isEmbeddable = ({ track }: Link): boolean =>
  buildSettings.playerUrl !== "" && providerFacts[track.provider].canEmbed;

/** Whether this build knows where the listening page and the frame are. */
export const isHosted = (): boolean => buildSettings.listenUrl !== "";
