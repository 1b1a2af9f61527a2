/** A list that has changed. Receivers read the list from the database again. */
export type Change = "accounts" | "links" | "entries" | "outbox";

/** A BroadcastChannel reaches the extension's pages and its background, but no content script, as that has another origin. */
const CHANNEL = "earmark-changes";

/** Tells all open pages of the extension that these lists have changed. */
export function broadcast(...changes: Change[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  for (const change of changes) channel.postMessage(change);
  channel.close();
}

/** Calls `listen` for each changed list until `signal` is aborted. */
export function onChange(listen: (change: Change) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", (event: MessageEvent<Change>) => listen(event.data), {
    signal,
  });
  signal.addEventListener("abort", () => channel.close(), { once: true });
}
