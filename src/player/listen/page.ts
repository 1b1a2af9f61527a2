import type { EarmarkPlayer } from "../element/element.ts";
import { playFromFragment } from "./play-from-fragment.ts";
import { getTranslation } from "./translations.ts";

/*
 * The listening page: one player that plays the share in the URL's fragment. It stores nothing and makes no requests except
 * the player's.
 */

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The listening page has no #${id}.`);
  return element;
};
/*
 * The extension answers "earmark-listening" with "earmark-here". Neither event has any content: the page only learns that the
 * extension is installed, and the extension reads the URL of the page itself when its button is pressed.
 */
document.addEventListener("earmark-here", () => {
  const hint = find("hint");
  hint.textContent = getTranslation(document.documentElement.lang).hint;
  hint.hidden = false;
});

playFromFragment({
  player: find("player") as EarmarkPlayer,
  title: find("title"),
  message: find("message"),
});
document.dispatchEvent(new Event("earmark-listening"));
