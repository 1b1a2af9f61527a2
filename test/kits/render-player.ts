import type { Player } from "../../src/player/controller/player.ts";
import type { Request } from "../../src/player/controller/requests.ts";
import { addEnglishFailures } from "../../src/player/i18n/en-failures.ts";
import { createState } from "../../src/player/state/state.ts";
import type { State } from "../../src/player/state/state.ts";
import { createView } from "../../src/player/ui/view.ts";
import { bareTrack } from "../../src/providers/contract/player-source.ts";
import type { SharedTrack } from "../../src/providers/contract/player-source.ts";
import "../../src/player/entries/controls-chunk.ts";

addEnglishFailures();

/** For tests: a track with a title, an artist and a length. */
export const track: SharedTrack = { ...bareTrack, title: "Tide", artist: "Ada", seconds: 184 };

export function share(state: State, ...tracks: readonly Partial<SharedTrack>[]): void {
  const all = tracks.map((one) => Object.assign({}, track, one));
  state.shared.value = {
    kind: all.length > 1 ? "collection" : "track",
    name: all.length > 1 ? "Harbour" : null,
    tracks: all,
  };
}

/** For tests: a whole face in the document, with a state to set and the requests it made, those to warm up left out. */
export function drawn(set: (state: State) => void = (state) => share(state, track)) {
  const state = createState();
  set(state);
  const asked: Request[] = [];
  const request: Player["request"] = (one) => {
    if (one.type !== "prefetch") asked.push(one);
  };
  const life = new AbortController();
  const root = createView({ state, request }, life.signal);
  document.body.replaceChildren(root);
  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
    const found = root.querySelector<T>(selector);
    if (!found) throw new Error(`Nothing is drawn that is ${selector}.`);
    return found;
  };
  return { state, asked, root, find, life };
}

/** For tests: a face with the rest of it in place, and these panels open. */
export async function opened(set: (state: State) => void, ...panels: readonly string[]) {
  const face = drawn(set);
  face.find(".card").dispatchEvent(new Event("pointerenter"));
  await settled();
  for (const name of panels) face.find<HTMLButtonElement>(`.toggle.${name}`).click();
  await settled();
  return face;
}

/** Lets what was fetched arrive. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

/** Presses a key where `target` has the focus; tells whether the page may act on it too. */
export function press(target: Element, key: string, init: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  return target.dispatchEvent(event);
}

/** Moves a slider as a person does. */
export function slide(input: HTMLInputElement, to: number): void {
  input.value = String(to);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}
