import type { ComponentChildren } from "preact";
import { formatDuration } from "../../../shared/format-duration.ts";
import type { Track } from "../../../model/track.ts";
import { joinFacts } from "../../text/link-text.ts";
import { getServiceName } from "../../text/provider-names.ts";
import { t } from "../../../i18n/text.ts";

/**
 * Which track it is about, with what can be done to it beside. Its picture is not shown: it would be
 * fetched from a host that nobody allowed.
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
        <p class="sub">{joinFacts(duration === null ? "" : formatDuration(duration), place)}</p>
      </div>
      {children}
    </div>
  );
}
