import { t } from "../../../i18n/translate.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import type { Account } from "../../../model/account.ts";
import { isCollection } from "../../../providers/collections.ts";
import type { Models } from "../../models/index.ts";

interface SaveButtonProps {
  page: Exclude<CurrentPage, { kind: "nothing" }>;
  account: Account;
  models: Pick<Models, "deferred" | "loadDeferred">;
}

/** The Save button, or the state of the saved track with a Remove button. Both have the same width, so nothing moves. */
export function SaveButton({ page, account, models }: SaveButtonProps) {
  if (isCollection(page.track)) return null;
  const saved = page.savedIn.includes(account.id);
  const save = models.deferred.value?.save;

  async function press(): Promise<void> {
    const { save: ready } = await models.loadDeferred();
    await (saved ? ready.removeTrack : ready.saveTrack)(page, account.id);
  }

  return (
    <div class="save">
      {saved && <span class="state">{save?.getStateText(account.id, page.track)}</span>}
      <button
        type="button"
        class={saved ? "quiet" : ""}
        aria-disabled={save?.inFlight.value.has("save")}
        onClick={() => void press()}
      >
        {saved ? t("remove") : t("save")}
      </button>
    </div>
  );
}
