import { useId } from "preact/hooks";
import { providerFacts } from "../../../providers/facts.ts";
import { t } from "../../../i18n/text.ts";
import type { StorageLossModel } from "../../models/storage-loss.ts";
import { formatProviderNames, providersWithAccounts } from "../../text/provider-names.ts";
import { rememberFocus } from "../../components/restore-focus.ts";

/** The services that can tell which links there are of a track. */
const withLists = providersWithAccounts.filter((id) => providerFacts[id].listsLinks);

/** Links may be missing for good; the person must know, until it is read. */
export function StorageLossBanner({ storageLoss }: { storageLoss: StorageLossModel }) {
  const id = useId();
  if (!storageLoss.lost.value) return null;

  function understood(event: MouseEvent): void {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void storageLoss.dismiss().then(restoreFocus);
  }

  return (
    <section class="loss" aria-labelledby={id}>
      <h2 id={id}>{t("loss_title")}</h2>
      <p>{t("loss_text", formatProviderNames(withLists))}</p>
      <div class="buttons">
        <button type="button" onClick={understood}>
          {t("understood")}
        </button>
      </div>
    </section>
  );
}
