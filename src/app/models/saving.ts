import type { Sight } from "../../messages/protocol.ts";
import { entryOf } from "../../store/entries.ts";
import { doneText } from "../errand-text.ts";
import { keptOutcome } from "../outcome-of.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./means.ts";
import type { SightModel } from "./sight.ts";
import type { Wishes } from "./wishes.ts";

export type Saving = ReturnType<typeof createSaving>;

type Savable = Exclude<Sight, { kind: "nothing" }>;

/** Saves what is in sight into an account's library, or takes it out again. */
export function createSaving({ db, ask, notice }: Means, sight: SightModel, wishes: Wishes) {
  const { doing, during } = createBusy();

  async function save(seen: Savable, account: string): Promise<void> {
    const { track } = seen;
    const answer = await during("save", () =>
      seen.kind === "link"
        ? ask("save-link", { account, link: seen.link, track })
        : ask("save-track", { account, track }),
    );
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "save", track);
    sight.setSaved(account, true);
    const { waiting } = answer.value;
    if (waiting === null) notice.say(doneText("save", track.provider));
    else notice.outcome.value = keptOutcome(waiting, "save", track);
  }

  async function unsave({ track }: Savable, account: string): Promise<void> {
    const answer = await during("save", () => ask("unsave-track", { account, track }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", track);
    sight.setSaved(account, false);
    const { errand: key, wish, until } = answer.value;
    const task = { kind: "unsave", entry: null } as const;
    await wishes.offer({ key, wish, account, track, task }, until, {
      onUndone: () => sight.setSaved(account, true),
    });
  }

  /** The library has changed: what is in sight may be saved or removed from elsewhere. */
  async function look(): Promise<void> {
    const seen = sight.seen.peek();
    // A link's track is saved under an id of its own.
    if (!seen?.ok || seen.value.kind !== "track") return;
    const { track, accounts, savedIn } = seen.value;
    for (const { id } of accounts) {
      const saved = (await entryOf(await db, id, track.id)) !== undefined;
      if (saved !== savedIn.includes(id)) sight.setSaved(id, saved);
    }
  }

  return { doing, save, unsave, look };
}
