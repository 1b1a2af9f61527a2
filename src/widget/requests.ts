import type { Link } from "./link.ts";
import type { State } from "./state.ts";

/** All that can be asked of the player. Positions in seconds, volume 0 to 1. */
export type Request =
  | { readonly type: "open"; readonly src: string }
  | { readonly type: "close" }
  | { readonly type: "retry" }
  | { readonly type: "play" }
  | { readonly type: "pause" }
  | { readonly type: "seek"; readonly to: number }
  | { readonly type: "volume"; readonly to: number }
  | { readonly type: "mute"; readonly on: boolean };

export interface Engine {
  readonly media: HTMLMediaElement;
  readonly state: State;
  readonly link: Link;
}

type Handlers = {
  readonly [T in Request["type"]]: (engine: Engine, request: Extract<Request, { type: T }>) => void;
};

const within = (value: number, most: number): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, 0), most) : 0;

/** One handler for each request; a request without one does not compile. */
export const handlers: Handlers = {
  open: ({ link }, { src }) => link.open(src),
  close: ({ link }) => link.close(),
  retry: ({ link }) => link.retry(),
  play: ({ link }) => link.play(),
  pause({ media, state }) {
    state.startsWhenHere.value = false;
    media.pause();
  },
  seek({ media, state }, { to }) {
    // Before there is a source the element keeps this as its "default playback start position" and starts there.
    media.currentTime = within(to, state.duration.value ?? 0);
  },
  volume({ media }, { to }) {
    media.volume = within(to, 1);
    if (to > 0) media.muted = false;
  },
  mute({ media }, { on }) {
    media.muted = on;
  },
};

/** Hands a request to its handler. */
export function handle(engine: Engine, request: Request): void {
  // The map's type pairs each handler with its request; TypeScript cannot follow the pair through an index.
  const handler = handlers[request.type] as (engine: Engine, request: Request) => void;
  handler(engine, request);
}
