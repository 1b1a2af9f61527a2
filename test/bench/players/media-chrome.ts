import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

const parts = [
  "media-play-button",
  "media-time-display",
  "media-time-range",
  "media-playback-rate-button",
  "media-mute-button",
  "media-volume-range",
];

/** Only the elements that a sound needs. */
export const mediaChrome: Player = {
  id: "media-chrome",
  title: "media-chrome (elements for sound)",
  entry: ["media-controller", "media-control-bar", ...parts]
    .map((name) => `import "media-chrome/dist/${name}.js";`)
    .join("\n"),
  markup: () =>
    `<media-controller audio style="width: 100%"><audio slot="media" src="${TRACK}" preload="metadata"></audio>` +
    `<media-control-bar style="width: 100%">${parts.map((name) => `<${name}></${name}>`).join("")}</media-control-bar></media-controller>`,
  control: (place) => {
    const button = place.querySelector("media-play-button");
    return button?.shadowRoot && button;
  },
  ready: (place) => (place.querySelector("audio")?.readyState ?? 0) >= 1,
};
