import { make } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** The cover; gone when there is none, or when its server or the page's policy does not let it be shown. */
export const artwork: Control = ({ state }, life) => {
  const picture = make("img", { class: "artwork", alt: "", referrerpolicy: "no-referrer" });
  picture.decoding = "async";
  picture.addEventListener("error", () => (picture.hidden = true));
  watchSignals(life, () => {
    const address = state.track.value?.artwork;
    picture.hidden = !address;
    if (address && picture.src !== address) picture.src = address;
  });
  return picture;
};
