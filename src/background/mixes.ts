import type { Handlers } from "../messages/answer.ts";
import { fail, ok, type Result } from "../model/failure.ts";
import type { Mix } from "../model/mix.ts";
import { providers } from "../providers/index.ts";
import type { Connection, Mixes, Page, Provider } from "../providers/provider.ts";
import type { Database } from "../store/database.ts";
import { accountOf } from "./accounts.ts";
import { connect } from "./connect.ts";

type MixAnswers = Pick<
  Handlers,
  "list-mixes" | "save-mix" | "update-mix" | "remove-mix" | "render-mix" | "mix-job"
>;

/** What is asked about saved mixes. Nothing of it is stored here: the service has the only list. */
export function mixAnswers(opened: Promise<Database>): MixAnswers {
  const at = <T>(account: string, work: Work<T>) => withMixes(opened, account, work);
  return {
    "list-mixes": ({ account, track }) =>
      at(account, async (to, mixes, { sound }) => {
        const [heard, listed] = await Promise.all([
          sound ? sound(to, track) : ok({ mix: null, stems: [] }),
          everyMix(to, mixes, track),
        ]);
        if (!heard.ok) return heard;
        if (!listed.ok) return listed;
        // Only what a form needs: addresses of sound are signed, and stay here.
        const stems = heard.value.stems.map(({ id, label }) => ({ id, label }));
        return ok({ stems, mixes: listed.value });
      }),
    "save-mix": ({ account, track, mix }) => at(account, (to, mixes) => mixes.save(to, track, mix)),
    "update-mix": ({ account, track, id, mix }) =>
      at(account, (to, mixes) => mixes.update(to, track, id, mix)),
    "remove-mix": ({ account, track, id }) =>
      at(account, (to, mixes) => mixes.remove(to, track, id)),
    "render-mix": ({ account, track, files, format }) =>
      at(account, (to, mixes) => mixes.render(to, track, files, format)),
    "mix-job": ({ account, job }) => at(account, (to, mixes) => mixes.job(to, job)),
  };
}

type Work<T> = (at: Connection, mixes: Mixes, provider: Provider) => Promise<Result<T>>;

/** Does `work` with the account's service, if that keeps mixes. */
async function withMixes<T>(
  opened: Promise<Database>,
  id: string,
  work: Work<T>,
): Promise<Result<T>> {
  const db = await opened;
  const account = await accountOf(db, id);
  const at = await connect(db, account);
  if (!at.ok || !account) return at as Result<never>;
  const provider: Provider = providers[account.provider];
  return provider.mixes
    ? work(at.value, provider.mixes, provider)
    : fail({ kind: "not-allowed", code: null });
}

async function everyMix(at: Connection, mixes: Mixes, track: string): Promise<Result<Mix[]>> {
  const all: Mix[] = [];
  let cursor: string | null = null;
  do {
    const page: Result<Page<Mix>> = await mixes.list(at, track, cursor);
    if (!page.ok) return page;
    const fresh = page.value.items.filter(({ id }) => all.every((each) => each.id !== id));
    all.push(...fresh);
    cursor = fresh.length === 0 ? null : page.value.next; // a list that brings nothing new has ended
  } while (cursor !== null);
  return ok(all);
}
