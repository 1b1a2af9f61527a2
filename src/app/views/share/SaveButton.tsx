import type { Account } from "../../../model/account.ts";
import { isCollection } from "../../../providers/collections.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import { t } from "../../../i18n/text.ts";
import type { Models } from "../../models/index.ts";

interface SaveButtonProps {
  sight: Exclude<CurrentPage, { kind: "nothing" }>;
  account: Account;
  models: Pick<Models, "late" | "later">;
}

/** "Save", or how far that is, with the way back. "Saved" has the same width as "Save", so nothing moves. */
export function SaveButton({ sight, account, models }: SaveButtonProps) {
  if (isCollection(sight.track)) return null;
  const saved = sight.savedIn.includes(account.id);
  const saving = models.late.value?.saving;

  async function press(): Promise<void> {
    const { saving: ready } = await models.later();
    await (saved ? ready.unsave : ready.save)(sight, account.id);
  }

  return (
    <div class="save">
      {saved && <span class="state">{saving?.stateOf(account.id, sight.track)}</span>}
      <button
        type="button"
        class={saved ? "quiet" : ""}
        aria-disabled={saving?.doing.value.has("save")}
        onClick={() => void press()}
      >
        {saved ? t("remove") : t("save")}
      </button>
    </div>
  );
}
