import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

/** With peaks made beforehand: without, it decodes the whole file. The page adds a button. */
export const wavesurfer: Player = {
  id: "wavesurfer",
  title: "wavesurfer.js with peaks",
  entry: `import WaveSurfer from "wavesurfer.js";
    const { data } = await (await fetch("/media/stem-1.json")).json();
    const peaks = [data.filter((_, index) => index % 2).map((peak) => peak / 127)];
    for (const place of document.querySelectorAll(".place")) {
      const container = place.querySelector("div");
      const wave = WaveSurfer.create({ container, url: "${TRACK}", peaks, duration: 180, height: 64 });
      wave.on("ready", () => { place.loaded = true; });
      place.querySelector("button").onclick = () => wave.playPause();
    }`,
  markup: () => "<button>Play</button><div></div>",
  control: (place) => place.querySelector("button"),
  ready: (place) => "loaded" in place,
};
