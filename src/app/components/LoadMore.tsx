import { t } from "../../i18n/text.ts";
import type { LongList } from "../models/paged-list.ts";

/** The button under a list that has more rows than it shows. */
export function More({ list }: { list: Pick<LongList<unknown>, "next" | "more"> }) {
  if (list.next.value === null) return null;
  return (
    <button type="button" class="more" onClick={() => void list.more()}>
      {t("show_more")}
    </button>
  );
}
