import { t } from "../../../i18n/translate.ts";
import { lazyComponent } from "../../components/lazy-component.tsx";
import type { ViewProps } from "../view-interface.ts";
import { TrackCard } from "./TrackCard.tsx";

const SharedLinkCard = lazyComponent(
  async () => (await import("./SharedLinkCard.tsx")).SharedLinkCard,
);
const NoAccount = lazyComponent(async () => (await import("./EmptyStates.tsx")).NoAccount);
const NoTrack = lazyComponent(async () => (await import("./EmptyStates.tsx")).NoTrack);
const PageUnavailable = lazyComponent(
  async () => (await import("./EmptyStates.tsx")).PageUnavailable,
);

/** The view of the page on which the toolbar button was pressed: share and save its track. */
export function ShareView({ models }: ViewProps) {
  const { currentPage, accounts, platform } = models;
  const seen = currentPage.result.value;
  const list = accounts.list.value;

  if (seen === null || list === null) return <p class="loading">{t("looking")}</p>;
  if (!seen.ok) return <PageUnavailable failure={seen.failure} models={models} />;
  if (seen.value.kind === "link") return <SharedLinkCard page={seen.value} models={models} />;
  if (seen.value.kind === "track" && (list.length > 0 || seen.value.accounts.length > 0)) {
    return <TrackCard page={seen.value} models={models} />; // a page of the web needs no account
  }
  if (list.length === 0) return <NoAccount openOptionsPage={platform.openOptionsPage} />;
  return <NoTrack place={platform.place} />;
}
