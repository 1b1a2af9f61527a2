import type { Account } from "../../model/account.ts";
import { isCollection } from "../../model/collection.ts";
import type { Sight } from "../../messages/protocol.ts";
import { t } from "../../ui/text.ts";
import type { Saving } from "../models/saving.ts";

interface SaveButtonProps {
  sight: Exclude<Sight, { kind: "nothing" }>;
  account: Account;
  saving: Saving;
}

/** "Save", or "Saved" with the way back. Both have the same width, so nothing moves. */
export function SaveButton({ sight, account, saving }: SaveButtonProps) {
  if (isCollection(sight.track)) return null;
  const saved = sight.savedIn.includes(account.id);
  const busy = saving.doing.value.has("save");
  return (
    <div class="save">
      {saved && <span class="state">{t("saved")}</span>}
      <button
        type="button"
        class={saved ? "quiet" : ""}
        aria-disabled={busy}
        onClick={() => void (saved ? saving.unsave : saving.save)(sight, account.id)}
      >
        {saved ? t("remove") : t("save")}
      </button>
    </div>
  );
}
