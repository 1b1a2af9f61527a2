import { publicAddress } from "../net/address.ts";
import { stemsIn } from "./stem-elements.ts";
import { craftkit } from "./craftkit.ts";
import { file } from "./file.ts";
import { mixthat } from "./mixthat.ts";
import { pageStems } from "./stems.ts";
import { playlist } from "./playlist.ts";
import type { Asked, Opening, Source } from "./source.ts";

/** In the order in which they are asked whether an address is theirs; `aitronos.ts` has been asked before. */
export const sources: readonly Source[] = [mixthat, craftkit, playlist, file];

/** How to open what a page asks for; `page` is the address of its document. Null when nobody knows the address. */
export function openingFor(asked: Asked, page: string): Opening | null {
  const stems = asked.owner ? stemsIn(asked.owner) : [];
  if (stems.length > 0) return pageStems(stems, asked, page);
  const address = publicAddress(asked.src, page);
  if (!address) return null;
  for (const source of sources) {
    const opening = source(address, asked);
    if (opening) return opening;
  }
  return null;
}
