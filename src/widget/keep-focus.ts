/** Hidden with its room kept is hidden too. */
const seen = (element: HTMLElement | null): boolean =>
  element?.checkVisibility({ visibilityProperty: true }) ?? false;

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
      // Browsers differ in whether and when a hidden element loses the focus; one that is still visible was left by choice.
      if (seen(last)) last = null;
    },
    { signal: life },
  );
  return () => {
    if (!last || seen(last)) return;
    last = null;
    next()?.focus();
  };
}
