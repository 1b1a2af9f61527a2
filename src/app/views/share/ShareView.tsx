import { t } from "../../../i18n/text.ts";
import { later } from "../../components/lazy.tsx";
import { TrackInSight } from "./TrackCard.tsx";
import type { ViewProps } from "../view.ts";

const LinkInSight = later(async () => (await import("./SharedLinkCard.tsx")).LinkInSight);
const NoAccount = later(async () => (await import("./EmptyStates.tsx")).NoAccount);
const NoTrack = later(async () => (await import("./EmptyStates.tsx")).NoTrack);
const NotSeen = later(async () => (await import("./EmptyStates.tsx")).NotSeen);

/** What can be done with the page the toolbar button was pressed on. */
export function Share({ models }: ViewProps) {
  const { sight, accounts, around } = models;
  const seen = sight.seen.value;
  const list = accounts.list.value;

  if (seen === null || list === null) return <p class="looking">{t("looking")}</p>;
  if (!seen.ok) return <NotSeen failure={seen.failure} models={models} />;
  if (seen.value.kind === "link") return <LinkInSight sight={seen.value} models={models} />;
  if (seen.value.kind === "track" && (list.length > 0 || seen.value.accounts.length > 0)) {
    return <TrackInSight sight={seen.value} models={models} />; // a page of the web needs no account
  }
  if (list.length === 0) return <NoAccount openOptions={around.openOptions} />;
  return <NoTrack place={around.place} />;
}
