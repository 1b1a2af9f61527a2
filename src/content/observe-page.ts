/** How long a page that shows no track yet may take to show one. */
const PATIENCE_MS = 10_000;

/**
 * Calls `changed` once per frame when the page's route changes or our bars lose their place.
 * Answers a function that takes the bars and anchors now in place. Nothing observes the document
 * while bars stand: a removed element's size falls to zero, which a ResizeObserver tells.
 */
export function watchPage(changed: () => void, signal: AbortSignal) {
  let frame = 0;
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => !signal.aborted && changed());
  };
  const sizes = new ResizeObserver((seen) => {
    if (seen.some(({ target }) => !target.isConnected)) soon();
  });
  const arrivals = new MutationObserver(soon);
  let patience = 0;

  // Scripts of extensions get these events for the page's own pushState, too.
  // https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
  const route = (): void => {
    patience = 0;
    soon();
  };
  navigation.addEventListener("currententrychange", route, { signal });
  signal.addEventListener("abort", () => {
    sizes.disconnect();
    arrivals.disconnect();
  });

  return (hosts: readonly Element[], anchors: readonly Element[]): void => {
    sizes.disconnect();
    arrivals.disconnect();
    for (const host of hosts) sizes.observe(host);
    // A list may grow: its own children are watched, not what is below them.
    const lists = new Set(anchors.map((anchor) => anchor.closest("ul, ol, tbody, [role=list]")));
    for (const list of lists) if (list) arrivals.observe(list, { childList: true });
    if (hosts.length > 0) return;
    patience ||= performance.now() + PATIENCE_MS;
    if (performance.now() < patience)
      arrivals.observe(document, { childList: true, subtree: true });
  };
}
