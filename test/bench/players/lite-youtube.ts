import type { Player } from "../player.ts";

/** A picture of a player; the real one is fetched by the press. Its own picture would come from elsewhere and is replaced. */
export const liteYoutube: Player = {
  id: "lite-youtube",
  title: "lite-youtube-embed (a facade)",
  entry: `import "lite-youtube-embed/src/lite-yt-embed.css"; import "lite-youtube-embed";`,
  markup: () => '<lite-youtube videoid="0" style="background: #000"></lite-youtube>',
  control: (place) => place.querySelector(".lty-playbtn"),
  ready: () => true,
};
