import { stemsIn, STEM_TAG } from "./stems-in.ts";
import type { Player } from "./player.ts";

const SETTINGS = ["volume", "muted"];

/** Calls `other` when there are other parts than before, and asks for what is new when only their settings have changed. */
export function watchStems(
  owner: Element,
  other: () => void,
  request: Player["request"],
  life: AbortSignal,
): void {
  const observer = new MutationObserver((changes) => {
    const isOurs = changes.some(({ type, target, addedNodes, removedNodes }) =>
      [target, ...addedNodes, ...removedNodes].some(
        (node) =>
          node instanceof Element &&
          node.localName === STEM_TAG &&
          (type === "childList" || node !== owner),
      ),
    );
    if (!isOurs) return;
    const onlySet = changes.every(({ attributeName }) => SETTINGS.includes(attributeName ?? ""));
    if (!onlySet) return other();
    for (const [index, { volume, muted }] of stemsIn(owner).entries())
      request({ type: "stem", index, volume, muted });
  });
  observer.observe(owner, {
    childList: true,
    subtree: true,
    attributeFilter: ["src", "label", ...SETTINGS],
  });
  life.addEventListener("abort", () => observer.disconnect());
}
