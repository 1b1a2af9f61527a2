import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

export const plyr: Player = {
  id: "plyr",
  title: "plyr",
  entry: `import "plyr/dist/plyr.css"; import Plyr from "plyr";
    for (const audio of document.querySelectorAll("audio")) new Plyr(audio, { iconUrl: "/plyr/plyr.svg" });`,
  // By itself it fetches its icons from a host of its own.
  files: { "plyr.svg": "plyr/dist/plyr.svg" },
  markup: () => `<audio controls preload="metadata" src="${TRACK}"></audio>`,
  control: (place) => place.querySelector('button[data-plyr="play"]'),
  ready: (place) => (place.querySelector("audio")?.readyState ?? 0) >= 1,
};
