import { t } from "../../ui/text.ts";
import { LinkInSight } from "../parts/LinkInSight.tsx";
import { NoAccount, NoTrack, NotSeen } from "../parts/NothingToShare.tsx";
import { TrackInSight } from "../parts/TrackInSight.tsx";
import type { ViewProps } from "../views.ts";

/** What can be done with the page the toolbar button was pressed on. */
export function Share({ models }: ViewProps) {
  const { sight, accounts, around } = models;
  const seen = sight.seen.value;
  const list = accounts.list.value;

  if (seen === null || list === null) return <p class="looking">{t("looking")}</p>;
  if (!seen.ok) return <NotSeen failure={seen.failure} models={models} />;
  if (seen.value.kind === "link") return <LinkInSight sight={seen.value} models={models} />;
  if (list.length === 0) return <NoAccount openOptions={around.openOptions} />;
  if (seen.value.kind === "track") return <TrackInSight sight={seen.value} models={models} />;
  return <NoTrack place={around.place} />;
}
