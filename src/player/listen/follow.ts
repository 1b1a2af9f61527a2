import type { EarmarkPlayer } from "../element/element.ts";
import { parseFragment } from "./address-in.ts";
import { chooseLanguage, getTranslation } from "./words.ts";

/** A page that is all about one player: the player, and where its own words go. */
export interface PageElements {
  readonly player: EarmarkPlayer;
  readonly title: HTMLElement;
  readonly message: HTMLElement;
}

/** What tells that another track, or none, is there. */
const NEWS = ["loadedmetadata", "trackchange", "playing", "error"];

/**
 * Gives the player what the address bar says after the #, now and whenever that changes, and says in words when it says
 * nothing useful. `otherwise` stands in for an empty fragment.
 */
export function playFromFragment({ player, title, message }: PageElements, otherwise = ""): void {
  const page = document.documentElement;
  page.lang = chooseLanguage(navigator.languages);
  const words = getTranslation(page.lang);

  function nameTrack(): void {
    const name = player.tracks[player.trackIndex]?.title ?? words.heading;
    title.textContent = name;
    document.title = `${name} · Earmark`;
  }
  function open(): void {
    const named = parseFragment(location.hash || otherwise);
    message.textContent = named.kind === "address" ? "" : words[named.kind];
    message.hidden = named.kind === "address";
    player.hidden = named.kind !== "address";
    nameTrack();
    if (named.kind === "address") player.src = named.address;
    // A player without an address has a sentence of its own; hidden, it only has to be still.
    else player.removeAttribute("src");
  }
  addEventListener("hashchange", open);
  for (const type of NEWS) player.addEventListener(type, nameTrack);
  open();
}
