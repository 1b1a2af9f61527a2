import { bareTrack, nameIn } from "../shared.ts";
import type { SharedTrack } from "../shared.ts";
import type { PublicAddress } from "../address.ts";
import type { Asked, Opening } from "./source.ts";

/** An address that is itself what sounds: there is nobody to ask. */
export function single(
  { url }: PublicAddress,
  { label }: Asked,
  more: Partial<SharedTrack>,
): Opening {
  const track = { ...bareTrack, title: label || nameIn(url), playbackUrl: url.href, ...more };
  return {
    linkAddress: url.href,
    ask: async () => ({ ok: true, shared: { kind: "track", name: null, tracks: [track] } }),
  };
}
