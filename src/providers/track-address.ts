import { providerFacts } from "./facts.ts";
import type { TrackRef } from "../model/track.ts";

/** Where people look at a track, http(s); null where nobody has said. What was imported may say anything. */
export function addressOf(track: TrackRef): string | null {
  const address = providerFacts[track.provider].trackPage?.(track) ?? "";
  return /^https?:\/\//i.test(address) ? address : null;
}
