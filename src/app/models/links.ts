import { signal } from "@preact/signals";
import type { Attempt } from "../../model/attempt.ts";
import type { Link } from "../../model/link.ts";
import { getAttemptsInState } from "../../store/attempts.ts";
import { getLinksPage } from "../../store/links.ts";
import { t, type TextKey } from "../../i18n/text.ts";
import { createBusy } from "./busy.ts";
import { createLongList } from "./paged-list.ts";
import type { Means } from "./deps.ts";
import type { After, Wishes } from "./pending-actions.ts";

export type Links = ReturnType<typeof createLinks>;

/** The states in which an attempt may have to be known of. */
const UNFINISHED = ["queued", "waiting", "failed", "unknown", "answered"] as const;

/** One that is queued is on its way, unless it waits for its time. */
const isUnfinished = ({ state, dueAt }: Attempt): boolean => state !== "queued" || dueAt !== null;

/** Every share link, and the attempts that are not one yet or may never be known to be one. */
export function createLinks({ db, ask, notice }: Means, wishes: Pick<Wishes, "offer">) {
  const list = createLongList<Link>(async (before) => getLinksPage(await db, before));
  const attempts = signal<Attempt[]>([]);
  const { doing, during } = createBusy();

  async function load(): Promise<void> {
    const database = await db;
    const [unfinished] = await Promise.all([
      Promise.all(UNFINISHED.map((state) => getAttemptsInState(database, state))),
      list.load(),
    ]);
    attempts.value = unfinished
      .flat()
      .filter(isUnfinished)
      .toSorted((a, b) => b.createdAt - a.createdAt);
  }

  /** Resolves to whether the link is now to be revoked; that is done only after a while. */
  async function revoke(link: Link, after: After = {}): Promise<boolean> {
    const { account, track } = link;
    const answer = await during(link.key, () => ask("revoke-link", { link: link.key }));
    if (answer === null) return false;
    if (!answer.ok) {
      await notice.tell(answer.failure, "revoke", track);
      return false;
    }
    const { job: key, revision: wish, until } = answer.value;
    const task = { kind: "revoke", link: link.key } as const;
    await wishes.offer({ key, wish, account, track, task }, until, after);
    return true;
  }

  /** The person gives it up. Of one that was sent the service may still have the link, but nobody its address. */
  async function forget(attempt: Attempt): Promise<void> {
    const answer = await during(attempt.key, () =>
      ask("withdraw-attempt", { attempt: attempt.key }),
    );
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", attempt.track);
    await load();
    notice.say(t(forgottenText(attempt)));
  }

  /**
   * Shares again what an attempt asked for, and forgets the attempt once there is a link: the
   * person pressed a button for it, as a second link must never come by itself.
   */
  async function shareAgain(attempt: Attempt): Promise<Link | null> {
    const { account, track, asked } = attempt;
    const made = await during(attempt.key, async () => {
      const intent = crypto.randomUUID();
      const answer = await ask("share-track", { intent, account, track, terms: asked });
      if (answer.ok) await ask("withdraw-attempt", { attempt: attempt.key });
      return answer;
    });
    if (made === null) return null;
    if (!made.ok) await notice.tell(made.failure, "share", track);
    await load();
    return made.ok ? made.value.link : null;
  }

  return { ...list, attempts, doing, load, revoke, forget, shareAgain };
}

function forgottenText({ state, dueAt }: Attempt): TextKey {
  if (state === "waiting" || state === "queued") return "waiting_cancelled";
  return state === "unknown" && dueAt !== null ? "attempt_withdrawn" : "forgotten";
}
