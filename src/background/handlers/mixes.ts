import type { Handlers } from "../../messages/receive.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Mixes } from "../../providers/contract/adapter.ts";
import type { Database } from "../../store/database/schema.ts";
import { getAccount } from "../accounts/accounts.ts";
import { connect } from "../accounts/connect.ts";
import type { Connected } from "../accounts/connect.ts";
import { readAllPages } from "../lib/read-all-pages.ts";

type MixHandlers = Pick<
  Handlers,
  "list-mixes" | "save-mix" | "update-mix" | "remove-mix" | "render-mix" | "get-mix-job"
>;

/** Handles the messages about saved mixes. None of them is stored here: the service has the only list. */
export function createMixHandlers(opened: Promise<Database>): MixHandlers {
  const using = <T>(account: string, work: Work<T>) => withMixes(opened, account, work);
  return {
    "list-mixes": ({ account, track }) =>
      using(account, async (connection, mixes) => {
        const { getAudio } = connection.provider;
        const [audio, listed] = await Promise.all([
          getAudio ? getAudio(connection, track) : ok({ mix: null, stems: [] }),
          readAllPages((cursor) => mixes.list(connection, track, cursor)),
        ]);
        if (!audio.ok) return audio;
        if (!listed.ok) return listed;
        // Only what the form shows. The addresses of audio files are signed and do not leave the background.
        const stems = audio.value.stems.map(({ id, label }) => ({ id, label }));
        return ok({ stems, mixes: listed.value });
      }),
    "save-mix": ({ account, track, mix }) =>
      using(account, (connection, mixes) => mixes.save(connection, track, mix)),
    "update-mix": ({ account, track, id, mix }) =>
      using(account, (connection, mixes) => mixes.update(connection, track, id, mix)),
    "remove-mix": ({ account, track, id }) =>
      using(account, (connection, mixes) => mixes.remove(connection, track, id)),
    "render-mix": ({ account, track, files, format }) =>
      using(account, (connection, mixes) => mixes.render(connection, track, files, format)),
    "get-mix-job": ({ account, job }) =>
      using(account, (connection, mixes) => mixes.job(connection, job)),
  };
}

type Work<T> = (connection: Connected, mixes: Mixes) => Promise<Result<T>>;

/** Connects with the account's service and does `work`. Fails with "not-allowed" where the service has no mixes. */
async function withMixes<T>(
  opened: Promise<Database>,
  id: string,
  work: Work<T>,
): Promise<Result<T>> {
  const db = await opened;
  const connected = await connect(db, await getAccount(db, id));
  if (!connected.ok) return connected;
  const { mixes } = connected.value.provider;
  return mixes ? work(connected.value, mixes) : fail({ kind: "not-allowed", code: null });
}
