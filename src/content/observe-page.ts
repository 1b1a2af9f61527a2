/** How long to wait for the first track of a page that shows none yet. */
const FIRST_TRACK_TIMEOUT_MS = 10_000;

/**
 * Calls `onChange` at most once per frame when the page's route changes or a toolbar is removed from the document.
 * Returns a function that is given the toolbars and their anchors each time they were inserted. While there are
 * toolbars, nothing observes the whole document: the size of a removed element becomes zero, which a ResizeObserver
 * reports.
 */
export function observePage(onChange: () => void, signal: AbortSignal) {
  let frame = 0;
  const schedule = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => !signal.aborted && onChange());
  };
  const removals = new ResizeObserver((entries) => {
    if (entries.some(({ target }) => !target.isConnected)) schedule();
  });
  const additions = new MutationObserver(schedule);
  /** When to give up waiting for the first track, on the clock of `performance.now()`; 0 when not waiting yet. */
  let deadline = 0;

  // Content scripts get these events for the page's own pushState, too.
  // https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
  const onRouteChange = (): void => {
    deadline = 0;
    schedule();
  };
  navigation.addEventListener("currententrychange", onRouteChange, { signal });
  signal.addEventListener("abort", () => {
    removals.disconnect();
    additions.disconnect();
  });

  return (toolbars: readonly Element[], anchors: readonly Element[]): void => {
    removals.disconnect();
    additions.disconnect();
    for (const toolbar of toolbars) removals.observe(toolbar);
    // A list may get more items: its own children are observed, but not what is inside them.
    const lists = new Set(anchors.map((anchor) => anchor.closest("ul, ol, tbody, [role=list]")));
    for (const list of lists) if (list) additions.observe(list, { childList: true });
    if (toolbars.length > 0) return;
    deadline ||= performance.now() + FIRST_TRACK_TIMEOUT_MS;
    if (performance.now() < deadline)
      additions.observe(document, { childList: true, subtree: true });
  };
}
