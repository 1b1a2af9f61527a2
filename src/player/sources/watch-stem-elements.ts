import { readStemElements, STEM_TAG } from "./stem-elements.ts";

const SETTINGS = ["volume", "muted"];

/** The lifetimes (abort signals) for which an observer is registered already. */
const observed = new WeakSet<AbortSignal>();

/** The request that changes the volume (0 to 1) and the mute state of the stem at `index`. */
interface StemRequest {
  readonly type: "stem";
  readonly index: number;
  readonly volume: number;
  readonly muted: boolean;
}

/**
 * Observes the `<earmark-stem>` children of a player until `life` aborts. Calls `reopen` when stems were added, removed or
 * got another source or label; sends a request for each stem of which only volume or mute changed.
 */
export function watchStemElements(
  player: Element,
  reopen: () => void,
  request: (request: StemRequest) => void,
  life: AbortSignal | undefined,
): void {
  if (!life || life.aborted || observed.has(life)) return;
  observed.add(life);
  const observer = new MutationObserver((changes) => {
    const isStemChange = changes.some(({ target, addedNodes, removedNodes }) =>
      [target, ...addedNodes, ...removedNodes].some(
        (node) => node instanceof Element && node.localName === STEM_TAG,
      ),
    );
    if (!isStemChange) return;
    const onlySettings = changes.every(({ attributeName }) =>
      SETTINGS.includes(attributeName ?? ""),
    );
    if (!onlySettings) return reopen();
    const stems = readStemElements(player);
    const children = [...player.children].filter(({ localName }) => localName === STEM_TAG);
    // Only the changed stems: the others keep the settings that the listener has made.
    for (const changed of new Set(changes.map(({ target }) => target))) {
      const index = children.findIndex((child) => child === changed);
      const stem = stems[index];
      if (stem) request({ type: "stem", index, volume: stem.volume, muted: stem.muted });
    }
  });
  observer.observe(player, {
    childList: true,
    subtree: true,
    attributeFilter: ["src", "label", ...SETTINGS],
  });
  life.addEventListener("abort", () => observer.disconnect());
}
