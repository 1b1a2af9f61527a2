import { effect } from "@preact/signals-core";
import { ActiveOutput, OUTPUT_EVENTS } from "../audio/active-output.ts";
import { loadMixerChunk } from "../chunks/mixer-chunk.ts";
import { createState } from "../state/state.ts";
import type { State } from "../state/state.ts";
import { createLoader } from "./loader.ts";
import { handleRequest } from "./requests.ts";
import type { Request } from "./requests.ts";
import { syncState } from "./sync-state.ts";
import { startTimers } from "./timers.ts";

/** What the controls get: the state to show, and a function for requests. */
export interface Player {
  readonly state: State;
  request(request: Request): void;
}

/** What the element gets besides that: the audio output, whose properties and events it passes on to the page. */
export interface PlayerWithOutput extends Player {
  readonly output: ActiveOutput;
}

/** Creates a player without controls on a media element. It works until `life` is aborted. */
export function createPlayer(media: HTMLMediaElement, life: AbortSignal): PlayerWithOutput {
  const state = createState();
  const output = new ActiveOutput(media);
  const context = { output, state, loader: createLoader(media, output, state, life) };
  const sync = (): void => syncState(output.current, state);

  sync();
  for (const type of OUTPUT_EVENTS) output.addEventListener(type, sync, { signal: life });
  startTimers(state, life);
  // Looping a region needs the mixer chunk, so it is loaded when there is a region for the first time.
  const stopWaiting = effect(() => {
    if (!state.region.value) return;
    queueMicrotask(() => stopWaiting());
    void loadMixerChunk().then((chunk) => chunk?.loopRegion(media, state, life));
  });

  return {
    state,
    output,
    request(request) {
      handleRequest(context, request);
      // A position that is set before there is a source changes currentTime without any event.
      sync();
    },
  };
}
