import type { ComponentChildren } from "preact";
import { t } from "../../../i18n/translate.ts";
import type { Track } from "../../../model/track.ts";
import { formatDuration } from "../../../shared/format-duration.ts";
import { joinFacts } from "../../text/link-text.ts";
import { getServiceName } from "../../text/provider-names.ts";

/**
 * Title, artist and service of a track, with buttons beside them. Its artwork is not shown: that would be fetched from
 * a host that the person has not allowed.
 */
export function TrackHeader({ track, children }: { track: Track; children?: ComponentChildren }) {
  const { artist, album, duration, origin, provider } = track;
  const byline = joinFacts(artist ?? "", album ?? "");
  const place = getServiceName(provider, new URL(origin).host);
  return (
    <div class="track-head">
      <div>
        <h2>{track.title ?? t("untitled")}</h2>
        {byline && <p>{byline}</p>}
        <p class="secondary">
          {joinFacts(duration === null ? "" : formatDuration(duration), place)}
        </p>
      </div>
      {children}
    </div>
  );
}
