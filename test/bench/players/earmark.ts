import { createEmbedCode } from "../../../src/app/text/embed-code.ts";
import { EIGHT } from "../mixthat-track.ts";
import { TRACK } from "../player.ts";
import type { StemPlayer, PlayerFiles } from "../player.ts";

interface EarmarkElement extends Element {
  readonly tracks?: readonly unknown[];
  currentTime: number;
}

/** What docs/player.md asks a page to keep free. */
const ROOM = "<style>earmark-player:not(:defined) { display: block; height: 160px }</style>";

function earmark(id: string, what: string, link: (around: PlayerFiles) => string): StemPlayer {
  const [script, element] = [0, 1].map(
    (line) => (around: PlayerFiles) =>
      createEmbedCode(link(around), around.hosted).split("\n")[line],
  );
  return {
    id,
    title: `Earmark, ${what}`,
    head: (around) => `${ROOM}${script?.(around)}`,
    markup: (around) => `${element?.(around)}`,
    control: (place) =>
      place.querySelector("earmark-player")?.shadowRoot?.querySelector('[part~="play"]'),
    ready: (place) => {
      const player = place.querySelector("earmark-player") as EarmarkElement | null;
      // Its button works earlier; from here on it knows what to play.
      return (player?.tracks?.length ?? 0) > 0;
    },
    seek: (place, to) => {
      const player = place.querySelector("earmark-player") as EarmarkElement | null;
      if (player) player.currentTime = to;
    },
  };
}

export const earmarkShare = earmark("earmark", "a share link", ({ share }) => share);
export const earmarkFile = earmark("earmark-file", "an audio file", () => TRACK);
export const earmarkStems = earmark(
  "earmark-stems",
  "8 stems",
  ({ service }) => `${service}/tracks/${EIGHT}?auth_token=bench`,
);
