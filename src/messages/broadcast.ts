/** Which of our lists changed; what exactly is read from the database again. */
export type Change = "accounts" | "links" | "entries" | "outbox";

/** Reaches our own pages and the background, never a content script: another origin. */
const CHANNEL = "earmark-changes";

export function broadcast(...changes: Change[]): void {
  const channel = new BroadcastChannel(CHANNEL);
  for (const change of changes) channel.postMessage(change);
  channel.close();
}

export function onChange(listen: (change: Change) => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", (event: MessageEvent<Change>) => listen(event.data), {
    signal,
  });
  signal.addEventListener("abort", () => channel.close(), { once: true });
}
