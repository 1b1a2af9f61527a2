import { providerFacts } from "../../model/provider-facts.ts";
import type { AskBackground } from "../../messages/ask.ts";
import type { Sight } from "../../messages/protocol.ts";
import { t } from "../../ui/text.ts";
import { removedText } from "../link-text.ts";
import { createBusy } from "./busy.ts";
import type { Notice } from "./notice.ts";
import type { SightModel } from "./sight.ts";

export type Saving = ReturnType<typeof createSaving>;

type Savable = Exclude<Sight, { kind: "nothing" }>;

/** Saves what is in sight into an account's library, or takes it out again. */
export function createSaving(ask: AskBackground, setSaved: SightModel["setSaved"], notice: Notice) {
  const { doing, during } = createBusy();

  async function save(sight: Savable, account: string): Promise<void> {
    const { track } = sight;
    const answer = await during("save", () =>
      sight.kind === "link"
        ? ask("save-link", { account, link: sight.link, track })
        : ask("save-track", { account, track }),
    );
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "save", track);
    setSaved(account, true);
    const { name, keeps } = providerFacts[track.provider];
    notice.say(keeps ? t("was_saved", name) : t("was_saved_here"));
  }

  async function unsave({ track }: Savable, account: string): Promise<void> {
    const answer = await during("save", () => ask("unsave-track", { account, track: track.id }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", track);
    setSaved(account, false);
    notice.say(removedText(track.provider));
  }

  return { doing, save, unsave };
}
