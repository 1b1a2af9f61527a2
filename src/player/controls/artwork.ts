import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** The cover; hidden when there is none, or when its server or the page's Content-Security-Policy does not allow it. */
export const createArtwork: Control = ({ state }, life) => {
  const picture = createElement("img", {
    class: "artwork",
    alt: "",
    referrerpolicy: "no-referrer",
  });
  picture.decoding = "async";
  picture.addEventListener("error", () => (picture.hidden = true));
  watchSignals(life, () => {
    const address = state.track.value?.artwork;
    picture.hidden = !address;
    if (address && picture.src !== address) picture.src = address;
  });
  return picture;
};
