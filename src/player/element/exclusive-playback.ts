/** On `document`; `detail` is the element that sounds. A second copy of the script, of another version too, hears it. */
const SOUNDING = "earmark-player-sounding";

/** Of all players on a page one sounds: when `stage` starts the others hear of it, and when another starts `hush` is called. */
export function keepOnlyOne(
  stage: EventTarget,
  owner: HTMLElement,
  hush: () => void,
  life: AbortSignal,
): void {
  stage.addEventListener(
    "play",
    () => document.dispatchEvent(new CustomEvent(SOUNDING, { detail: owner })),
    { signal: life },
  );
  document.addEventListener(
    SOUNDING,
    (event) => {
      if ((event as CustomEvent<unknown>).detail !== owner) hush();
    },
    { signal: life },
  );
}
