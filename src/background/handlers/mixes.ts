import type { Handlers } from "../../messages/receive.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import type { Connection, Mixes, Provider } from "../../providers/contract/adapter.ts";
import type { Database } from "../../store/database/open-one.ts";
import { getAccount } from "../accounts/accounts.ts";
import { connect } from "../accounts/connect.ts";
import { readAllPages } from "../lib/paginate.ts";

type MixHandlers = Pick<
  Handlers,
  "list-mixes" | "save-mix" | "update-mix" | "remove-mix" | "render-mix" | "mix-job"
>;

/** What is asked about saved mixes. Nothing of it is stored here: the service has the only list. */
export function createMixHandlers(opened: Promise<Database>): MixHandlers {
  const at = <T>(account: string, work: Work<T>) => withMixes(opened, account, work);
  return {
    "list-mixes": ({ account, track }) =>
      at(account, async (to, mixes, { sound }) => {
        const [heard, listed] = await Promise.all([
          sound ? sound(to, track) : ok({ mix: null, stems: [] }),
          readAllPages((cursor) => mixes.list(to, track, cursor)),
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
  const at = await connect(db, await getAccount(db, id));
  if (!at.ok) return at;
  const { provider } = at.value;
  return provider.mixes
    ? work(at.value, provider.mixes, provider)
    : fail({ kind: "not-allowed", code: null });
}
