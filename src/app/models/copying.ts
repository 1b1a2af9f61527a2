import { buildSettings } from "../../model/build-settings.ts";
import type { Link } from "../../model/link.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import { t } from "../../ui/text.ts";
import { embedCode } from "../embed-code.ts";
import { expiryText, facts } from "../link-text.ts";
import type { Surroundings } from "../surroundings.ts";
import type { Notice } from "./notice.ts";

export type Copying = ReturnType<typeof createCopying>;

/** Puts a link on the clipboard, as it is or as embed code, and says whether that worked. */
export function createCopying(copy: Surroundings["copy"], notice: Notice) {
  async function put(text: string, done: string): Promise<boolean> {
    const copied = await copy(text);
    notice.say(copied ? done : t("copy_refused"));
    return copied;
  }

  const link = (each: Pick<Link, "url" | "expiresAt">): Promise<boolean> =>
    put(each.url, facts(t("link_copied"), expiryText(each)));

  const embed = (each: Link): Promise<boolean> =>
    put(
      embedCode(each.embedUrl ?? each.url, buildSettings),
      `${t("embed_copied")}. ${t("embed_warning")}`,
    );

  return { link, embed };
}

/** Whether the link plays in the player, and the player is somewhere. */
export const isEmbeddable = ({ track }: Link): boolean =>
  buildSettings.playerUrl !== "" && providerFacts[track.provider].embeds;
