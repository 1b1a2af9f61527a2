/** Dispatched on `document`; `detail` is the element that plays. Other copies and versions of the script receive it too. */
const PLAYING_EVENT = "earmark-player-sounding";

/** Lets one player of a page play at a time: each start is announced, and `pause` is called when another player starts. */
export function pauseOtherPlayers(
  output: EventTarget,
  element: HTMLElement,
  pause: () => void,
  life: AbortSignal,
): void {
  output.addEventListener(
    "play",
    () => document.dispatchEvent(new CustomEvent(PLAYING_EVENT, { detail: element })),
    { signal: life },
  );
  document.addEventListener(
    PLAYING_EVENT,
    (event) => {
      if ((event as CustomEvent<unknown>).detail !== element) pause();
    },
    { signal: life },
  );
}
