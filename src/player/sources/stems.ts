import { publicAddress } from "../net/address.ts";
import { bareTrack, nameIn } from "../state/share.ts";
import type { SharedStem } from "../state/share.ts";
import type { Asked, Opening, PageStem } from "./source.ts";

/** The `<earmark-stem>` children of a player. One address that is none makes all of them none: a mix lacks no part unsaid. */
export function pageStems(
  stems: readonly PageStem[],
  { label }: Asked,
  page: string,
): Opening | null {
  const parts: SharedStem[] = [];
  for (const { src, label: name, ...settings } of stems) {
    const address = publicAddress(src, page);
    if (!address) return null;
    const { url } = address;
    parts.push({ ...settings, label: name || (nameIn(url) ?? ""), url: url.href, peaksUrl: null });
  }
  const track = { ...bareTrack, title: label || null, stems: parts };
  return {
    linkAddress: null,
    ask: async () => ({ ok: true, shared: { kind: "track", name: null, tracks: [track] } }),
  };
}
