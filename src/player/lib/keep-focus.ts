/** Whether an element can be seen; `visibility: hidden` counts as hidden too. */
const isVisible = (element: HTMLElement | null): boolean =>
  element?.checkVisibility({ visibilityProperty: true }) ?? false;

/** The first of the elements that is visible. */
export const findVisible = (elements: readonly HTMLElement[]): HTMLElement | undefined =>
  elements.find(isVisible);

/** Replaces all children of `parent`; when one of them had the focus, the new child at the same index gets it. */
export function replaceChildren(parent: HTMLElement, children: readonly HTMLElement[]): void {
  const root = parent.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  const index = [...parent.children].findIndex((child) => child.contains(focused));
  parent.replaceChildren(...children);
  const next = children[index];
  (next?.querySelector("button") ?? next)?.focus();
}

/**
 * Keeps the focus inside `card` when the focused element is hidden or removed: without this it would start again at the top
 * of the page. Call the result after each change that may hide something; `findNext` gives the element that then gets the
 * focus.
 */
export function keepFocus(
  card: HTMLElement,
  findNext: () => HTMLElement | null,
  life: AbortSignal,
): () => void {
  let focused: HTMLElement | null = null;
  card.addEventListener(
    "focusin",
    ({ target }) => (focused = target instanceof HTMLElement ? target : null),
    { signal: life },
  );
  card.addEventListener(
    "focusout",
    () => {
      const left = focused;
      // Browsers differ in whether and when an element that is hidden or removed loses the focus. An element that is still
      // visible afterwards was left by the person.
      queueMicrotask(() => {
        if (left === focused && isVisible(left)) focused = null;
      });
    },
    { signal: life },
  );
  return () => {
    if (!focused || isVisible(focused)) return;
    focused = null;
    findNext()?.focus();
  };
}
