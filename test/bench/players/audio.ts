import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

/** The floor: what a browser brings. */
export const audio: Player = {
  id: "audio",
  title: "<audio controls>",
  markup: () => `<audio controls preload="metadata" src="${TRACK}"></audio>`,
  control: (place) => place.querySelector("audio"),
  ready: (place) => (place.querySelector("audio")?.readyState ?? 0) >= 1,
};
