import { shareIn } from "../net/address.ts";
import { resolveShare } from "../net/fetch-json.ts";
import type { Source } from "./source.ts";

/** A share link of Aitronos: a track, or a collection of them. */
export const aitronos: Source = (found) => {
  const address = shareIn(found);
  return address && { linkAddress: found.url.href, ask: (signal) => resolveShare(address, signal) };
};
