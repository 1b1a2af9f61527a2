import { askDesk } from "../chunks/mixer-chunk.ts";
import { createLink } from "./loader.ts";
import { look } from "./sync-audio.ts";
import { effect } from "@preact/signals-core";
import { handle } from "./requests.ts";
import type { Request } from "./requests.ts";
import { OUTPUT_EVENTS, ActiveOutput } from "../audio/active-output.ts";
import { createState } from "../state/state.ts";
import type { State } from "../state/state.ts";
import { startTimers } from "./timers.ts";

/** What a control gets: state to show, and a way to ask. */
export interface Player {
  readonly state: State;
  request(request: Request): void;
}

/** What the element itself gets, beside that. */
export interface StagedPlayer extends Player {
  readonly stage: ActiveOutput;
}

/** A player without a look, on a media element, until `life` ends. */
export function createPlayer(media: HTMLMediaElement, life: AbortSignal): StagedPlayer {
  const state = createState();
  const stage = new ActiveOutput(media);
  const engine = { stage, state, link: createLink(media, stage, state, life) };
  const again = (): void => look(stage.current, state);

  again();
  for (const type of OUTPUT_EVENTS) stage.addEventListener(type, again, { signal: life });
  startTimers(state, life);
  // Once there is a region: a page that sets none has no use for what repeats it.
  const follow = effect(() => {
    if (!state.region.value) return;
    queueMicrotask(() => follow());
    void askDesk().then((desk) => desk?.loopRegion(media, state, life));
  });

  return {
    state,
    stage,
    request(request) {
      handle(engine, request);
      // A position set before there is a source takes effect without any event.
      again();
    },
  };
}
