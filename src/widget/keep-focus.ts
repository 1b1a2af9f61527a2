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
      if (last?.checkVisibility()) last = null;
    },
    { signal: life },
  );
  return () => {
    if (!last || last.checkVisibility()) return;
    last = null;
    next()?.focus();
  };
}
