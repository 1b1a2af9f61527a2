/** Hidden with its room kept is hidden too. */
const seen = (element: HTMLElement | null): boolean =>
  element?.checkVisibility({ visibilityProperty: true }) ?? false;

/** The first that can be seen. */
export const firstSeen = (elements: readonly HTMLElement[]): HTMLElement | undefined =>
  elements.find(seen);

/** Draws the children of a place anew; the focus stays on the one that is as far down as the one it was on. */
export function redraw(place: HTMLElement, children: readonly HTMLElement[]): void {
  const root = place.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const at = [...place.children].findIndex((child) => child.contains(focused));
  place.replaceChildren(...children);
  const next = children[at];
  (next?.querySelector("button") ?? next)?.focus();
}

/**
 * When what has the focus is hidden, the focus goes on to what took its place and not back to the start of the page.
 * `next` finds that place. The result is to be called after each change that can hide something.
 */
export function keepFocus(
  card: HTMLElement,
  next: () => HTMLElement | null,
  life: AbortSignal,
): () => void {
  let last: HTMLElement | null = null;
  card.addEventListener(
    "focusin",
    ({ target }) => (last = target instanceof HTMLElement ? target : null),
    { signal: life },
  );
  card.addEventListener(
    "focusout",
    () => {
      const left = last;
      // Browsers differ in whether and when what is hidden or taken away loses the focus; what can be seen even afterwards
      // was left by choice.
      queueMicrotask(() => {
        if (left === last && seen(left)) last = null;
      });
    },
    { signal: life },
  );
  return () => {
    if (!last || seen(last)) return;
    last = null;
    next()?.focus();
  };
}
