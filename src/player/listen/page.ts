import type { EarmarkPlayer } from "../element/element.ts";
import { playFromFragment } from "./follow.ts";
import { getTranslation } from "./words.ts";

/*
 * The listening page: one player, and nothing that a visitor would have to read first. It keeps nothing, and asks for
 * nothing but what the player asks for.
 */

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The listening page has no #${id}.`);
  return element;
};
/*
 * The extension answers with an event of its own when it is here. Neither event carries anything: a page learns no more
 * than that, and the extension reads the address of the page by itself when its button is pressed.
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
