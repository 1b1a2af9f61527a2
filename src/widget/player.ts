import { createLink } from "./link.ts";
import { look, MEDIA_EVENTS } from "./look.ts";
import { handle } from "./requests.ts";
import type { Request } from "./requests.ts";
import { createState } from "./state.ts";
import type { State } from "./state.ts";
import { startTimers } from "./timers.ts";

/** What a control gets: state to show, and a way to ask. */
export interface Player {
  readonly state: State;
  request(request: Request): void;
}

/** A player without a look, on a media element, until `life` ends. */
export function createPlayer(media: HTMLMediaElement, life: AbortSignal): Player {
  const state = createState();
  const engine = { media, state, link: createLink(media, state, life) };
  const again = (): void => look(media, state);

  again();
  for (const type of MEDIA_EVENTS) media.addEventListener(type, again, { signal: life });
  startTimers(state, life);

  return {
    state,
    request(request) {
      handle(engine, request);
      // A position set before there is a source takes effect without any event.
      again();
    },
  };
}
