import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

/** No controls of its own, so the page adds a button. */
export const howler: Player = {
  id: "howler",
  title: "howler (no controls)",
  entry: `import { Howl } from "howler/dist/howler.core.min.js";
    for (const place of document.querySelectorAll(".place")) {
      const howl = new Howl({ src: ["${TRACK}"], html5: true, onload: () => { place.loaded = true; } });
      place.querySelector("button").onclick = () => howl.play();
    }`,
  markup: () => "<button>Play</button>",
  control: (place) => place.querySelector("button"),
  ready: (place) => "loaded" in place,
};
