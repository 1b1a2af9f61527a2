import type { CurrentPage } from "../../messages/protocol.ts";
import type { TrackRef } from "../../model/track.ts";
import { getEntry } from "../../store/entries.ts";
import { t } from "../../i18n/text.ts";
import { doneText, markText } from "../text/job-text.ts";
import { libraryJobKey } from "../../model/blocked-job.ts";
import { keptOutcome } from "./failure-toast.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./deps.ts";
import type { Outbox } from "./outbox.ts";
import type { SightModel } from "./current-page.ts";
import type { Wishes } from "./pending-actions.ts";

export type Saving = ReturnType<typeof createSaving>;

type Savable = Exclude<CurrentPage, { kind: "nothing" }>;

/** Saves what is in sight into an account's library, or takes it out again. */
export function createSaving(
  { db, ask, notice }: Means,
  sight: SightModel,
  { outbox, wishes }: { outbox: Outbox; wishes: Wishes },
) {
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
    const { waiting } = answer.value;
    if (waiting !== null) await outbox.load(); // else it would be called saved for a moment
    sight.setSaved(account, true);
    if (waiting === null) return void notice.say(doneText("save", track.provider));
    const mine = (notice.outcome.value = keptOutcome(waiting, "save", track));
    const kept = outbox.jobOf(libraryJobKey(account, track.id));
    // What came from a link is kept under another id, so that nobody could tell "done" from "given up".
    if (kept && seen.kind === "track") wishes.follow(kept, mine, waiting.kind);
  }

  async function unsave({ track }: Savable, account: string): Promise<void> {
    const answer = await during("save", () => ask("unsave-track", { account, track }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", track);
    sight.setSaved(account, false);
    const { job: key, revision: wish, until } = answer.value;
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
      const saved = (await getEntry(await db, id, track.id)) !== undefined;
      if (saved !== savedIn.includes(id)) sight.setSaved(id, saved);
    }
  }

  /** How far a track is that the library has: "Saved" only when its service has it, too; nothing until that is known. */
  function stateOf(account: string, { id }: TrackRef): string {
    if (outbox.jobs.value === null) return "";
    const key = libraryJobKey(account, id);
    const held = outbox.holdOf(key);
    if (outbox.jobOf(key)?.task.kind !== "save") return t("saved");
    return held ? markText(held) : t("saving");
  }

  return { doing, save, unsave, look, stateOf };
}
