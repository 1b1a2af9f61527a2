import { TRACK } from "../player.ts";
import type { Player } from "../player.ts";

export const vidstack: Player = {
  id: "vidstack",
  title: "vidstack",
  entry: `import "vidstack/player/styles/default/theme.css"; import "vidstack/player/styles/default/layouts/audio.css";
    import "vidstack/player"; import "vidstack/player/layouts/default"; import "vidstack/player/ui";`,
  markup: () =>
    `<media-player title="Track" src="${TRACK}" view-type="audio"><media-provider></media-provider><media-audio-layout></media-audio-layout></media-player>`,
  control: (place) => place.querySelector("media-play-button"),
  ready: (place) =>
    (place.querySelector("media-player") as { state?: { canPlay: boolean } } | null)?.state
      ?.canPlay,
};
