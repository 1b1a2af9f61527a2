import { STEMS } from "../media.ts";
import type { StemPlayer } from "../player.ts";

interface StemplayerElement extends Element {
  readonly audioDuration: number;
  readonly isLoading: boolean;
  currentTime: number;
}

const stem = (n: number): string =>
  `<stemplayer-js-stem label="Stem ${n}" src="/media/stem-${n}.m3u8" waveform="/media/stem-${n}.json"></stemplayer-js-stem>`;

/** stemplayer-js, which Mix That's own player is made of, with a track of that many stems. */
function stemplayer(stems: number): StemPlayer {
  const parts = Array.from({ length: stems }, (_, index) => stem(index + 1)).join("");
  return {
    id: `stemplayer-${stems}`,
    title: `stemplayer-js, ${stems === 1 ? "1 stem" : `${stems} stems`}`,
    entry: 'import "@stemplayer-js/stemplayer-js/element.js";',
    markup: () =>
      `<stemplayer-js><stemplayer-js-controls slot="header" label="Track"></stemplayer-js-controls>${parts}</stemplayer-js>`,
    control: (place) =>
      place
        .querySelector("stemplayer-js-controls")
        ?.shadowRoot?.querySelector("fc-player-button")
        ?.shadowRoot?.querySelector("button"),
    ready: (place) => {
      // Before it knows a length its play() throws, and while it loads a mask covers it.
      const player = place.querySelector("stemplayer-js") as StemplayerElement | null;
      return player !== null && player.audioDuration > 0 && !player.isLoading;
    },
    seek: (place, to) => {
      const player = place.querySelector("stemplayer-js") as StemplayerElement | null;
      if (player) player.currentTime = to;
    },
  };
}

export const oneStem = stemplayer(1);
export const allStems = stemplayer(STEMS);
