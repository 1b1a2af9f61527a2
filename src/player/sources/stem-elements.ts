import type { PageStem } from "./source.ts";

export const STEM_TAG = "earmark-stem";

const share = (text: string | null): number => {
  const value = Number(text ?? 1);
  return value >= 0 && value <= 1 ? value : 1;
};

/**
 * The `<earmark-stem label src [volume] [muted]>` children of a player. They need no definition and no look: what stands
 * inside an element with a shadow root and no slot is not drawn.
 */
export function stemsIn(owner: Element): PageStem[] {
  return [...owner.children]
    .filter(({ localName }) => localName === STEM_TAG)
    .map((child) => ({
      label: child.getAttribute("label") ?? "",
      src: child.getAttribute("src") ?? "",
      volume: share(child.getAttribute("volume")),
      muted: child.hasAttribute("muted"),
    }));
}
