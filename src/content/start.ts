import { send } from "../messages/send.ts";
import { findPlacements } from "../providers/page-rules.ts";
import { observePage } from "./observe-page.ts";
import { handlePlayerSaves } from "./player-save-buttons.ts";
import { createToolbar } from "./toolbar.ts";
import type { Toolbar } from "./toolbar.ts";

/** The element that holds a toolbar, and the event with which a newer script stops an older one. */
const TAG = "earmark-buttons";

/**
 * Inserts a toolbar after each track of the page and keeps it there while the page changes route or replaces parts
 * of itself. Also handles the Save buttons of embedded players.
 */
export function start(): void {
  // After an update, or when the script is injected twice, only the newest one may run.
  document.dispatchEvent(new Event(TAG));
  const stop = new AbortController();
  document.addEventListener(TAG, () => stop.abort(), { signal: stop.signal });

  let toolbars = new Map<string, Toolbar>();
  const observe = observePage(insertToolbars, stop.signal);

  function insertToolbars(): void {
    const current = new Map<string, Toolbar>();
    const placements = findPlacements(location.href, document);
    for (const { track, anchor } of placements) {
      const compact = anchor.localName === "a";
      const toolbar = toolbars.get(track.id) ?? createToolbar(TAG, track, compact);
      // Moving an element that is already in place would take the focus from it.
      if (anchor.nextElementSibling !== toolbar.host) anchor.after(toolbar.host);
      current.set(track.id, toolbar);
    }
    const hosts = new Set<Element>([...current.values()].map(({ host }) => host));
    // Toolbars of tracks that are gone or of an older script, and copies that the page made of ours.
    for (const old of document.querySelectorAll(TAG)) if (!hosts.has(old)) old.remove();
    const added = [...current].flatMap(([id, toolbar]) => (toolbars.has(id) ? [] : [toolbar]));
    toolbars = current;
    observe(
      [...hosts],
      placements.map(({ anchor }) => anchor),
    );
    // Rejects when the extension was updated or removed while the page is open: this script is then obsolete.
    showSaved(added).catch(() => stop.abort());
  }
  insertToolbars();
  handlePlayerSaves(stop.signal);
}

/** Marks the tracks that are in the library already, with one message for all of them. */
async function showSaved(toolbars: readonly Toolbar[]): Promise<void> {
  if (toolbars.length === 0) return;
  const reply = await send("page-list-saved", { tracks: toolbars.map(({ track }) => track) });
  if (!reply?.ok) return;
  for (const toolbar of toolbars) toolbar.setSaved(reply.value.saved.includes(toolbar.track));
}
