import { publicAddress } from "../address.ts";
import { fromDesk } from "../desk-file.ts";
import { aitronos } from "./aitronos.ts";
import { craftkit } from "./craftkit.ts";
import { file } from "./file.ts";
import { mixthat } from "./mixthat.ts";
import { playlist } from "./playlist.ts";
import type { Asked, Opening, Source } from "./source.ts";

/** In the order in which they are asked whether an address is theirs. */
export const sources: readonly Source[] = [aitronos, mixthat, craftkit, playlist, file];

/** How to open what a page asks for; `page` is the address of its document. Null when nobody knows the address. */
export function openingFor(asked: Asked, page: string): Opening | null {
  if (asked.stems?.[0])
    return { linkAddress: null, ask: () => fromDesk((desk) => desk.readPageStems(asked, page)) };
  const address = publicAddress(asked.src, page);
  if (!address) return null;
  for (const source of sources) {
    const opening = source(address, asked);
    if (opening) return opening;
  }
  return null;
}
