import { stemsIn, STEM_TAG } from "./stem-elements.ts";
import type { Player } from "../controller/player.ts";

const SETTINGS = ["volume", "muted"];

/** Lives in which they are watched already. */
const watched = new WeakSet<AbortSignal>();

/** Calls `other` when there are other parts than before, and asks for what is new when only their settings have changed. */
export function watchStems(
  owner: Element,
  other: () => void,
  request: Player["request"],
  life: AbortSignal | undefined,
): void {
  if (!life || life.aborted || watched.has(life)) return;
  watched.add(life);
  const observer = new MutationObserver((changes) => {
    const isOurs = changes.some(({ target, addedNodes, removedNodes }) =>
      [target, ...addedNodes, ...removedNodes].some(
        (node) => node instanceof Element && node.localName === STEM_TAG,
      ),
    );
    if (!isOurs) return;
    const onlySet = changes.every(({ attributeName }) => SETTINGS.includes(attributeName ?? ""));
    if (!onlySet) return other();
    const stems = stemsIn(owner);
    const children = [...owner.children].filter(({ localName }) => localName === STEM_TAG);
    // The others stay as the listener has them.
    for (const changed of new Set(changes.map(({ target }) => target))) {
      const index = children.findIndex((child) => child === changed);
      const stem = stems[index];
      if (stem) request({ type: "stem", index, volume: stem.volume, muted: stem.muted });
    }
  });
  observer.observe(owner, {
    childList: true,
    subtree: true,
    attributeFilter: ["src", "label", ...SETTINGS],
  });
  life.addEventListener("abort", () => observer.disconnect());
}
