import type { PageStem } from "./sources/source.ts";

const TAG = "earmark-stem";
const SETTINGS = ["volume", "muted"];

const share = (text: string | null): number => {
  const value = text === null ? 1 : Number(text);
  return value >= 0 && value <= 1 ? value : 1;
};

/**
 * The `<earmark-stem label src [volume] [muted]>` children of a player. They need no definition and no look: what stands
 * inside an element with a shadow root and no slot is not drawn.
 */
export function stemsIn(owner: Element): PageStem[] {
  return [...owner.children]
    .filter(({ localName }) => localName === TAG)
    .map((child) => ({
      label: child.getAttribute("label") ?? "",
      src: child.getAttribute("src") ?? "",
      volume: share(child.getAttribute("volume")),
      muted: child.hasAttribute("muted"),
    }));
}

/** Calls `other` when there are other parts than before, and `set` when only their settings have changed. */
export function watchStems(
  owner: Element,
  other: () => void,
  set: (stems: readonly PageStem[]) => void,
  life: AbortSignal,
): void {
  const observer = new MutationObserver((changes) => {
    const isOurs = changes.some(({ type, target, addedNodes, removedNodes }) =>
      [target, ...addedNodes, ...removedNodes].some(
        (node) => node instanceof Element && node.localName === TAG && (type === "childList" || node !== owner),
      ),
    );
    if (!isOurs) return;
    const onlySet = changes.every(({ attributeName }) => SETTINGS.includes(attributeName ?? ""));
    if (onlySet) set(stemsIn(owner));
    else other();
  });
  observer.observe(owner, {
    childList: true,
    subtree: true,
    attributeFilter: ["src", "label", ...SETTINGS],
  });
  life.addEventListener("abort", () => observer.disconnect());
}
