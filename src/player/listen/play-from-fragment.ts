import type { EarmarkPlayer } from "../element/element.ts";
import { parseFragment } from "./parse-fragment.ts";
import { chooseLanguage, getTranslation } from "./translations.ts";

/** The elements of a page with one player: the player, and where the page shows its own text. */
export interface PageElements {
  readonly player: EarmarkPlayer;
  readonly title: HTMLElement;
  readonly message: HTMLElement;
}

/** Events after which the page's title may have to change. */
const TITLE_EVENTS = ["loadedmetadata", "trackchange", "playing", "error"];

/**
 * Plays the address in the fragment of the page's URL, now and whenever it changes, and shows a message when there is none.
 * `fallback` is used instead of an empty fragment.
 */
export function playFromFragment({ player, title, message }: PageElements, fallback = ""): void {
  const page = document.documentElement;
  page.lang = chooseLanguage(navigator.languages);
  const words = getTranslation(page.lang);

  function updateTitle(): void {
    const name = player.tracks[player.trackIndex]?.title ?? words.heading;
    title.textContent = name;
    document.title = `${name} · Earmark`;
  }
  function open(): void {
    const parsed = parseFragment(location.hash || fallback);
    message.textContent = parsed.kind === "address" ? "" : words[parsed.kind];
    message.hidden = parsed.kind === "address";
    player.hidden = parsed.kind !== "address";
    updateTitle();
    if (parsed.kind === "address") player.src = parsed.address;
    // Stops the hidden player; its own message about a missing address is not seen.
    else player.removeAttribute("src");
  }
  addEventListener("hashchange", open);
  for (const type of TITLE_EVENTS) player.addEventListener(type, updateTitle);
  open();
}
