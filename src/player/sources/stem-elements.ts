import { bareTrack } from "../../providers/contract/player-source.ts";
import type { ResolvedSource, SharedStem } from "../../providers/contract/player-source.ts";
import { parseSourceUrl } from "../net/safe-urls.ts";
import { readFileName } from "./file-name.ts";
import type { SourceRequest, StemAttributes } from "./source.ts";

export const STEM_TAG = "earmark-stem";

/** The `volume` attribute, 0 to 1; 1 when it is missing or out of range. */
const readVolume = (text: string | null): number => {
  const value = Number(text ?? 1);
  return value >= 0 && value <= 1 ? value : 1;
};

/**
 * The `<earmark-stem label src [volume] [muted]>` children of a player. They need no custom element definition and no
 * styles: children of an element with a shadow root without a slot are not rendered.
 */
export function readStemElements(player: Element): StemAttributes[] {
  return [...player.children]
    .filter(({ localName }) => localName === STEM_TAG)
    .map((child) => ({
      label: child.getAttribute("label") ?? "",
      src: child.getAttribute("src") ?? "",
      volume: readVolume(child.getAttribute("volume")),
      muted: child.hasAttribute("muted"),
    }));
}

/**
 * The track made of the `<earmark-stem>` children of a player. Null when any of their URLs is refused, because a mix must
 * not silently miss a stem. `page` is the base URL.
 */
export function resolveStems(
  stems: readonly StemAttributes[],
  { label }: SourceRequest,
  page: string,
): ResolvedSource | null {
  const shared: SharedStem[] = [];
  for (const { src, label: name, ...settings } of stems) {
    const address = parseSourceUrl(src, page);
    if (!address) return null;
    const { url } = address;
    shared.push({
      ...settings,
      label: name || (readFileName(url) ?? ""),
      url: url.href,
      peaksUrl: null,
    });
  }
  const track = { ...bareTrack, title: label || null, stems: shared };
  return {
    linkAddress: null,
    fetchShare: async () => ({ ok: true, shared: { kind: "track", name: null, tracks: [track] } }),
  };
}
