import { t } from "../../i18n/translate.ts";
import type { PagedList } from "../models/paged-list.ts";

/** The button below a list that has more rows than are shown. */
export function LoadMore({ list }: { list: Pick<PagedList<unknown>, "next" | "loadMore"> }) {
  if (list.next.value === null) return null;
  return (
    <button type="button" class="load-more" onClick={() => void list.loadMore()}>
      {t("show_more")}
    </button>
  );
}
