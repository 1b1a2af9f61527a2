import type { ProviderId } from "../model/provider-id.ts";
import type { TrackRef } from "../model/track.ts";

const addresses: Readonly<Record<ProviderId, (track: TrackRef) => string | null>> = {
  // No address of a track's page is public.
  aitronos: () => null,
  // As the player's own `webUrl` builds it: https://www.npmjs.com/package/@firstcoders/mixthat-player
  mixthat: ({ origin, id }) => `${origin}/tracks/${encodeURIComponent(id)}`,
  // No address of a render's page is public.
  craftkit: () => null,
  web: ({ id }) => id,
};

/** Where people look at a track, http(s); null where nobody has said. What was imported may say anything. */
export function addressOf(track: TrackRef): string | null {
  const address = addresses[track.provider](track);
  return address !== null && /^https?:\/\//i.test(address) ? address : null;
}
