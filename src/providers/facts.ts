import type { ProviderId } from "../model/provider-id.ts";
import type { TrackRef } from "../model/track.ts";
import { aitronosFacts } from "./aitronos/facts.ts";
import type { ProviderFacts } from "./contract/facts.ts";
import { craftkitFacts } from "./craftkit/facts.ts";
import { mixthatFacts } from "./mixthat/facts.ts";
import { webFacts } from "./web/facts.ts";

/** The facts of every service. */
export const providerFacts: Readonly<Record<ProviderId, ProviderFacts>> = {
  aitronos: aitronosFacts,
  mixthat: mixthatFacts,
  craftkit: craftkitFacts,
  web: webFacts,
};

/** The http(s) address of a track's page for people; null when its service has none, or when an imported id gives another scheme. */
export function getTrackPage(track: TrackRef): string | null {
  const address = providerFacts[track.provider].trackPage?.(track) ?? "";
  return /^https?:\/\//i.test(address) ? address : null;
}
