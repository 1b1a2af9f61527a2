import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { rememberFocus } from "../../components/restore-focus.ts";
import type { StorageLossModel } from "../../models/storage-loss.ts";
import { formatProviderNames, providersWithAccounts } from "../../text/provider-names.ts";

/** The providers that can list the links of a track. */
const withLists = providersWithAccounts.filter((id) => providerFacts[id].listsLinks);

/** Warns that links may be lost for good, until the person dismisses it. */
export function StorageLossBanner({ storageLoss }: { storageLoss: StorageLossModel }) {
  const id = useId();
  if (!storageLoss.lost.value) return null;

  function dismiss(event: MouseEvent): void {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void storageLoss.dismiss().then(restoreFocus);
  }

  return (
    <section class="storage-loss" aria-labelledby={id}>
      <h2 id={id}>{t("loss_title")}</h2>
      <p>{t("loss_text", formatProviderNames(withLists))}</p>
      <div class="buttons">
        <button type="button" onClick={dismiss}>
          {t("understood")}
        </button>
      </div>
    </section>
  );
}
