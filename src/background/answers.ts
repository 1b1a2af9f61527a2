import type { Handlers } from "../messages/answer.ts";
import { announce } from "../messages/changes.ts";
import type { Account } from "../model/account.ts";
import { fail, ok, type Result } from "../model/failure.ts";
import { providers } from "../providers/index.ts";
import { allAccounts, removeAccount } from "../store/accounts.ts";
import { removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { linkOf, putLink } from "../store/links.ts";
import { addAccount, testAccount } from "./accounts.ts";
import { updateButtons } from "./buttons.ts";
import { copy } from "./clipboard.ts";
import { connect } from "./connect.ts";
import { refresh, save, unsave } from "./library.ts";
import { pageAnswers } from "./page-answers.ts";
import { shareOnce } from "./share-track.ts";
import { lookAt } from "./sight.ts";

/** One answer for each question of the protocol; a missing one does not compile. */
export function answers(opened: Promise<Database>): Handlers {
  const accountOf = async (id: string): Promise<Account | undefined> =>
    (await allAccounts(await opened)).find((each) => each.id === id);
  return {
    ...pageAnswers(opened),

    "test-account": (asked) => testAccount(asked),
    async "add-account"(asked) {
      const added = await addAccount(await opened, asked);
      if (added.ok) await updateButtons(await opened);
      announce("accounts");
      return added;
    },
    async "remove-account"({ account }) {
      await removeAccount(await opened, account);
      await updateButtons(await opened);
      announce("accounts");
      return ok(undefined);
    },
    "look-at": async ({ address, title }) => lookAt(await opened, address, title),

    async "share-track"({ account, ...wish }) {
      const known = await accountOf(account);
      if (!known) return fail({ kind: "no-account" });
      const made = await changed(shareOnce(await opened, known, wish), "links");
      return made.ok ? ok({ link: made.value, copied: await copy(made.value.url) }) : made;
    },
    async "revoke-link"({ link: key }) {
      const db = await opened;
      const link = await linkOf(db, key);
      if (!link) return fail({ kind: "gone" });
      const account = await accountOf(link.account);
      const at = await connect(db, account);
      if (!at.ok || !account) return at as Result<never>;
      const done = await providers[account.provider].revoke(at.value, link.id);
      if (!done.ok) return done;
      const revoked = { ...link, revokedAt: link.revokedAt ?? Date.now() };
      await putLink(db, revoked);
      announce("links");
      return ok(revoked);
    },
    async "forget-attempt"({ attempt }) {
      await removeAttempt(await opened, attempt);
      announce("links");
      return ok(undefined);
    },
    "save-track": async ({ account, track }) =>
      changed(save(await opened, await accountOf(account), track), "entries"),
    "save-link": async ({ account, link, track }) =>
      changed(save(await opened, await accountOf(account), track, link), "entries"),
    "unsave-track": async ({ account, track }) =>
      changed(unsave(await opened, await accountOf(account), track), "entries"),
    "refresh-library": async ({ account }) =>
      changed(refresh(await opened, await accountOf(account)), "entries"),
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
