import { shareAddress } from "../address.ts";
import { resolveShare } from "../resolve.ts";
import type { Source } from "./source.ts";

/** A share link of Aitronos: a track, or a collection of them. */
export const aitronos: Source = ({ url }) => {
  const address = shareAddress(url.href, url.href);
  return address && { linkAddress: url.href, ask: (signal) => resolveShare(address, signal) };
};
