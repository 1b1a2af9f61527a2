import { bareTrack, nameIn } from "../state/share.ts";
import type { SharedTrack } from "../state/share.ts";
import type { PublicAddress } from "../net/address.ts";
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
