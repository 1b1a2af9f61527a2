import type { ComponentChildren } from "preact";
import { clock } from "../../model/duration.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import type { Track } from "../../model/track.ts";
import { facts } from "../link-text.ts";
import { t } from "../../ui/text.ts";

/** Which track it is about, with what can be done to it beside. */
export function TrackHead({ track, children }: { track: Track; children?: ComponentChildren }) {
  const service = providerFacts[track.provider].name;
  return (
    <div class="track-head">
      <div>
        <h2>{track.title ?? t("untitled")}</h2>
        <p class="sub">{facts(track.duration === null ? "" : clock(track.duration), service)}</p>
      </div>
      {children}
    </div>
  );
}
