import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { TranslationKey } from "../../i18n/translate.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { getAttemptsInState } from "../../store/attempts.ts";
import { getLinksPage } from "../../store/links.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";
import { createPagedList } from "./paged-list.ts";
import type { ActionCallbacks, PendingActionsModel } from "./pending-actions.ts";

export type LinksModel = ReturnType<typeof createLinksModel>;

/** The states of attempts that the person may have to know of. */
const UNFINISHED = ["queued", "waiting", "failed", "unknown", "answered"] as const;

/** A queued attempt is being sent right now unless it has a time at which it is due. */
const isUnfinished = ({ state, dueAt }: Attempt): boolean => state !== "queued" || dueAt !== null;

/** All share links, and the attempts that have not become a link. */
export function createLinksModel(
  { db, send, toast }: ModelDependencies,
  pendingActions: Pick<PendingActionsModel, "offerUndo">,
) {
  const list = createPagedList<StoredLink>(async (before) => getLinksPage(await db, before));
  const attempts = signal<Attempt[]>([]);
  const { inFlight, runOnce } = createInFlight();

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

  /** Queues the revocation, which can be undone for a while. Resolves to whether it is queued. */
  async function revoke(link: StoredLink, callbacks: ActionCallbacks = {}): Promise<boolean> {
    const { account, track } = link;
    const reply = await runOnce(link.key, () => send("revoke-link", { link: link.key }));
    if (reply === null) return false;
    if (!reply.ok) {
      await toast.showFailure(reply.failure, "revoke", track);
      return false;
    }
    const { job: key, revision, until } = reply.value;
    const task = { kind: "revoke", link: link.key } as const;
    await pendingActions.offerUndo({ key, wish: revision, account, track, task }, until, callbacks);
    return true;
  }

  /** Gives an attempt up. If it was sent, the service may have the link, but nobody has its address. */
  async function forget(attempt: Attempt): Promise<void> {
    const reply = await runOnce(attempt.key, () =>
      send("withdraw-attempt", { attempt: attempt.key }),
    );
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "unsave", attempt.track);
    await load();
    toast.show(t(getForgottenKey(attempt)));
  }

  /**
   * Shares again with the terms of an attempt, and forgets the attempt once there is a link. Runs only when the
   * person presses a button for it: a second link must never be made automatically.
   */
  async function shareAgain(attempt: Attempt): Promise<StoredLink | null> {
    const { account, track, asked } = attempt;
    const reply = await runOnce(attempt.key, async () => {
      const intent = crypto.randomUUID();
      const shared = await send("share-track", { intent, account, track, terms: asked });
      if (shared.ok) await send("withdraw-attempt", { attempt: attempt.key });
      return shared;
    });
    if (reply === null) return null;
    if (!reply.ok) await toast.showFailure(reply.failure, "share", track);
    await load();
    return reply.ok ? reply.value.link : null;
  }

  return { ...list, attempts, inFlight, load, revoke, forget, shareAgain };
}

function getForgottenKey({ state, dueAt }: Attempt): TranslationKey {
  if (state === "waiting" || state === "queued") return "waiting_cancelled";
  return state === "unknown" && dueAt !== null ? "attempt_withdrawn" : "forgotten";
}
