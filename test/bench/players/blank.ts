import type { Player } from "../player.ts";

/** A page without a player: what the page itself costs. */
export const blank: Player = {
  id: "blank",
  title: "no player",
  markup: () => "<p>Here is no player.</p>",
  control: (place) => place.firstElementChild,
  ready: () => true,
};
