import type { Handlers } from "../messages/answer.ts";
import { announce } from "../messages/changes.ts";
import type { Account } from "../model/account.ts";
import { fail, ok, type Result } from "../model/failure.ts";
import { removeAccount } from "../store/accounts.ts";
import { removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { linkOf } from "../store/links.ts";
import { accountOf, addAccount, renameAccount, replaceKey, testAccount } from "./accounts.ts";
import { updateButtons } from "./buttons.ts";
import { copy } from "./clipboard.ts";
import { refresh, save, unsave } from "./library.ts";
import { listLinks, revokeLink, revokeListed } from "./links.ts";
import { mixAnswers } from "./mixes.ts";
import { pageAnswers } from "./page-answers.ts";
import { shareOnce } from "./share-track.ts";
import { lookAt } from "./sight.ts";
import { finishWaiting } from "./waiting.ts";

/** One answer for each question of the protocol; a missing one does not compile. */
export function answers(opened: Promise<Database>): Handlers {
  const account = async (id: string): Promise<Account | undefined> => accountOf(await opened, id);
  return {
    ...pageAnswers(opened),
    ...mixAnswers(opened),

    "test-account": (asked) => testAccount(asked),
    async "add-account"(asked) {
      const added = await addAccount(await opened, asked);
      if (added.ok) await updateButtons(await opened);
      announce("accounts");
      return added;
    },
    async "remove-account"({ account: id }) {
      await removeAccount(await opened, id);
      await updateButtons(await opened);
      announce("accounts", "links", "entries");
      return ok(undefined);
    },
    async "rename-account"({ account: id, label }) {
      const done = await renameAccount(await opened, await account(id), label);
      announce("accounts");
      return done;
    },
    "replace-key": async ({ account: id, key }) =>
      replaceKey(await opened, await account(id), key.trim()),
    "look-at": async (asked) => lookAt(await opened, asked),

    async "share-track"({ account: id, ...wish }) {
      const known = await account(id);
      if (!known) return fail({ kind: "no-account" });
      const made = await changed(shareOnce(await opened, known, wish), "links");
      if (!made.ok && made.failure.kind === "not-ready") void finishWaiting(await opened);
      return made.ok ? ok({ link: made.value, copied: await copy(made.value.url) }) : made;
    },
    async "revoke-link"({ link: key }) {
      const link = await linkOf(await opened, key);
      if (!link) return fail({ kind: "gone" });
      return changed(revokeLink(await opened, await account(link.account), link), "links");
    },
    "list-links": async ({ account: id, track }) =>
      changed(listLinks(await opened, await account(id), track), "links"),
    "revoke-listed": async ({ account: id, track, share }) =>
      revokeListed(await opened, await account(id), { id: share, track }),
    async "forget-attempt"({ attempt }) {
      await removeAttempt(await opened, attempt);
      announce("links");
      return ok(undefined);
    },
    "save-track": async ({ account: id, track }) =>
      changed(save(await opened, await account(id), track), "entries"),
    "save-link": async ({ account: id, link, track }) =>
      changed(save(await opened, await account(id), track, link), "entries"),
    "unsave-track": async ({ account: id, track }) =>
      changed(unsave(await opened, await account(id), track), "entries"),
    "refresh-library": async ({ account: id }) =>
      changed(refresh(await opened, await account(id)), "entries"),
  };
}

/** Tells the app that a list may have changed, whatever came of it. */
async function changed<T>(
  result: Promise<Result<T>>,
  what: "entries" | "links",
): Promise<Result<T>> {
  const value = await result;
  announce(what);
  return value;
}
