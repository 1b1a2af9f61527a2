import type { Account } from "../../model/account.ts";
import { isCollection } from "../../model/collection.ts";
import type { Sight } from "../../messages/protocol.ts";
import { t } from "../../ui/text.ts";
import type { Models } from "../models.ts";

interface SaveButtonProps {
  sight: Exclude<Sight, { kind: "nothing" }>;
  account: Account;
  models: Pick<Models, "late" | "later">;
}

/** "Save", or "Saved" with the way back. Both have the same width, so nothing moves. */
export function SaveButton({ sight, account, models }: SaveButtonProps) {
  if (isCollection(sight.track)) return null;
  const saved = sight.savedIn.includes(account.id);

  async function press(): Promise<void> {
    const { saving } = await models.later();
    await (saved ? saving.unsave : saving.save)(sight, account.id);
  }

  return (
    <div class="save">
      {saved && <span class="state">{t("saved")}</span>}
      <button
        type="button"
        class={saved ? "quiet" : ""}
        aria-disabled={models.late.value?.saving.doing.value.has("save")}
        onClick={() => void press()}
      >
        {saved ? t("remove") : t("save")}
      </button>
    </div>
  );
}
