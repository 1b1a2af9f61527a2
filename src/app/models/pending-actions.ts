import type { Undoable } from "../../messages/protocol.ts";
import type { Job } from "../../model/job.ts";
import { getEntry } from "../../store/entries.ts";
import { getLink } from "../../store/links.ts";
import { t } from "../../i18n/text.ts";
import { doingText, doneText, keptText } from "../text/job-text.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./deps.ts";
import type { Outcome } from "./toast-content.ts";
import type { Outbox } from "./outbox.ts";

export type Wishes = ReturnType<typeof createWishes>;

/** What must be known of a wish to tell what came of it. */
export type Wish = Pick<Job, "key" | "wish" | "account" | "track" | "task">;

/** What else happens when it is done, or taken back. */
export interface After {
  onDone?: () => unknown;
  onUndone?: () => unknown;
}

interface Followed extends After {
  wish: Wish;
  /** The notice that speaks of it. */
  mine: Outcome | null;
  /** Why it is held up, as far as that was told. */
  told: string | null;
}

/** Takes wishes back, tries them again, and tells what came of them once that is known. */
export function createWishes({ db, ask, notice }: Means, outbox: Outbox) {
  const followed = new Map<string, Followed>();
  const { doing, during } = createBusy();

  /** Something is done only after a while: tells so, with the way back. */
  async function offer(
    wish: Wish & { task: { kind: "unsave" | "revoke" } },
    until: Undoable["until"],
    after: After = {},
  ): Promise<void> {
    const act = (): Promise<void> => undo(wish);
    const text = doingText(wish.task.kind, wish.track.provider);
    const mine = notice.say(text, "calm", { label: t("undo"), until, act });
    followed.set(wish.wish, { wish, mine, told: null, ...after });
    await outbox.load();
  }

  /** Something is kept and waits, as `mine` says: tells what comes of it, in its place. `told` is the kind of failure. */
  function follow(wish: Wish, mine: Outcome, told: string): void {
    followed.set(wish.wish, { wish, mine, told });
  }

  async function undo({ key, wish, track, task }: Wish): Promise<void> {
    const answer = await during(wish, () => ask("undo", { job: key, revision: wish }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, task.kind, track);
    const known = followed.get(wish);
    if (answer.value) {
      known?.onUndone?.();
      followed.delete(wish);
      notice.say(t(`given_up_${task.kind}`));
    } else {
      const mine = notice.say(t("undo_too_late"), "calm");
      if (known) known.mine = mine;
    }
    await outbox.load();
  }

  /** One more try; resolves when its outcome is known. */
  async function retry(wish: Wish): Promise<void> {
    const answer = await during(wish.wish, () => {
      notice.clear();
      return ask("retry", { job: wish.key });
    });
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, wish.task.kind, wish.track);
    followed.set(wish.wish, { wish, mine: null, told: null });
    await outbox.load();
    await settle();
  }

  async function giveUp({ key, wish, task, track }: Wish): Promise<void> {
    const answer = await during(wish, () => ask("cancel-job", { job: key }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, task.kind, track);
    followed.delete(wish);
    await outbox.load();
    notice.say(t(`given_up_${task.kind}`));
  }

  /** Tells what has come of the wishes of this page, where the notice is free for it. */
  async function settle(): Promise<void> {
    for (const each of followed.values()) {
      const { wish, task, track, key } = each.wish;
      const kept = outbox.jobOf(key);
      if (kept?.wish === wish) {
        const held = outbox.holdOf(key);
        if (held && each.told !== held.failure.kind) {
          each.told = held.failure.kind;
          const text = keptText(held.failure, task.kind, track, held.reason);
          say(each, text, held.reason === "stuck" ? "bad" : "calm");
        }
        continue;
      }
      followed.delete(wish);
      if (kept || !(await isDone(each.wish))) continue;
      say(each, doneText(task.kind, track.provider), "good");
      each.onDone?.();
    }
  }

  /** What the person did since, and another way back, are not talked over. */
  function say(each: Followed, text: string, tone: Outcome["tone"]): void {
    const shown = notice.outcome.peek();
    if (shown === null || shown === each.mine) each.mine = notice.say(text, tone);
  }

  /** A job that is gone was done, or given up somewhere else. */
  async function isDone({ account, track, task }: Wish): Promise<boolean> {
    const database = await db;
    if (task.kind === "revoke") {
      const link = await getLink(database, task.link);
      return link !== undefined && link.revokedAt !== null;
    }
    // The service gives a track that somebody shared an id of its own.
    if (task.kind === "save" && task.link) return true;
    const entry = await getEntry(database, account, track.id);
    return (entry !== undefined) === (task.kind === "save");
  }

  return { doing, offer, follow, undo, retry, giveUp, settle };
}
