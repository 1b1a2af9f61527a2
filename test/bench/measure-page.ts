import type { Player } from "./player.ts";

/** What the page has seen; lives in it under `benchSeen`. Times in milliseconds since its navigation began. */
export interface PageTimes {
  /** The frame after the one in which every control could first be seen. */
  visible: number | null;
  /** Every control could be seen, and a press would start the sound. */
  ready: number | null;
  /** Layout shift so far. */
  shift: number;
  /** AudioContexts made so far. */
  contexts: number;
}

declare global {
  var benchSeen: PageTimes;
}

/** Runs in the page before its scripts. */
function watch(control: Player["control"], ready: Player["ready"]): void {
  const seen: PageTimes = { visible: null, ready: null, shift: 0, contexts: 0 };
  globalThis.benchSeen = seen;
  const attach = Element.prototype.attachShadow;
  // A closed one would hide the button.
  Element.prototype.attachShadow = function open(init) {
    return attach.call(this, { ...init, mode: "open" });
  };
  const Native = globalThis.AudioContext;
  globalThis.AudioContext = class extends Native {
    constructor(options?: AudioContextOptions) {
      super(options);
      seen.contexts += 1;
    }
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });

  const isSeen = (place: Element): boolean => {
    const button = control(place);
    const box = button?.getBoundingClientRect();
    const shown = button?.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return shown === true && box !== undefined && box.width >= 4 && box.height >= 4;
  };
  function look(): void {
    const places = [...document.querySelectorAll(".place")];
    // It is read to its end once the last paragraph is there.
    const all = document.readyState !== "loading" && places.length > 0;
    if (seen.visible === null && all && places.every(isSeen))
      requestAnimationFrame(() => (seen.visible ??= performance.now()));
    if (seen.visible !== null && places.every((place) => ready(place)))
      seen.ready = performance.now();
    else requestAnimationFrame(look);
  }
  requestAnimationFrame(look);
}

/** The script that watches a page with this player. */
export const measurePageScript = ({ control, ready }: Player): string =>
  `(${watch.toString()})(${control.toString()}, ${ready.toString()});`;

/** Whether the probe has seen the player ready; true or false in a page that has not begun, too. */
export const IS_READY = "(globalThis.benchSeen?.ready ?? null) !== null";
