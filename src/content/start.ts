import { placesOn } from "../providers/pages.ts";
import { type Bar, makeBar } from "./toolbar.ts";
import { markSaved } from "./mark-saved.ts";
import { saveFromPlayers } from "./player-save-buttons.ts";
import { watchPage } from "./observe-page.ts";

/** The element that holds our buttons, and the event by which a newer script takes over. */
const TAG = "earmark-buttons";

/**
 * Puts one bar of buttons behind each track of the page and keeps it there while the page
 * changes route or replaces parts of itself. Its players can save as long.
 */
export function start(): void {
  // After an update, or when the script comes twice, the older one must go: two would fight.
  document.dispatchEvent(new Event(TAG));
  const stop = new AbortController();
  document.addEventListener(TAG, () => stop.abort(), { signal: stop.signal });

  let bars = new Map<string, Bar>();
  const watch = watchPage(place, stop.signal);

  function place(): void {
    const kept = new Map<string, Bar>();
    const places = placesOn(location.href, document);
    for (const { track, anchor } of places) {
      const bar = bars.get(track.id) ?? makeBar(TAG, track, anchor.localName === "a");
      // Moving a node that is in place would take the focus from it.
      if (anchor.nextElementSibling !== bar.host) anchor.after(bar.host);
      kept.set(track.id, bar);
    }
    const hosts = new Set<Element>([...kept.values()].map(({ host }) => host));
    // Bars of tracks that are gone, of an older script, and copies that the page made of ours.
    for (const old of document.querySelectorAll(TAG)) if (!hosts.has(old)) old.remove();
    const added = [...kept].flatMap(([id, bar]) => (bars.has(id) ? [] : [bar]));
    bars = kept;
    watch(
      [...hosts],
      places.map(({ anchor }) => anchor),
    );
    // It throws when the extension was updated or removed under the open page: then this is over.
    markSaved(added).catch(() => stop.abort());
  }
  place();
  saveFromPlayers(stop.signal);
}
