import { offered } from "../chunks/mixer-chunk.ts";
import type { Link } from "./loader.ts";
import type { ActiveOutput } from "../audio/active-output.ts";
import type { SourceRequest } from "../sources/source.ts";
import type { StemChange } from "../state/set-stem.ts";
import type { State } from "../state/state.ts";
import { clamp } from "../lib/clamp.ts";

/** All that can be asked of the player. Positions in seconds, volume 0 to 1. */
export type Request =
  | ({ readonly type: "open" } & SourceRequest)
  | { readonly type: "close" }
  | { readonly type: "retry" }
  /** The listener is about to press: what the press will need is fetched. */
  | { readonly type: "warm" }
  | { readonly type: "play" }
  | { readonly type: "pause" }
  | { readonly type: "seek"; readonly to: number }
  | { readonly type: "skip"; readonly by: number }
  | { readonly type: "volume"; readonly to: number }
  | { readonly type: "mute"; readonly on: boolean }
  | { readonly type: "rate"; readonly to: number }
  | { readonly type: "loop"; readonly on: boolean }
  | { readonly type: "region"; readonly from: number; readonly to: number }
  | { readonly type: "region-off" }
  | { readonly type: "track"; readonly index: number }
  | ({ readonly type: "stem" } & StemChange)
  | { readonly type: "save" };

export interface Engine {
  readonly stage: ActiveOutput;
  readonly state: State;
  readonly link: Link;
}

type Handlers = {
  readonly [T in Request["type"]]: (engine: Engine, request: Extract<Request, { type: T }>) => void;
};

/** Slowest and fastest at which a browser keeps the pitch well. */
const SLOWEST = 0.25;
const FASTEST = 4;

/** One handler for each request; a request without one does not compile. */
export const handlers: Handlers = {
  open: ({ link }, request) => link.open(request),
  close: ({ link }) => link.close(),
  retry: ({ link }) => link.retry(),
  warm: ({ link }) => link.warm(),
  play: ({ link }) => link.play(),
  pause({ stage, state }) {
    state.startsWhenHere.value = false;
    stage.current.pause();
  },
  seek({ stage, state }, { to }) {
    // Before there is a source the element keeps this as its "default playback start position" and starts there.
    stage.current.currentTime = clamp(to, state.duration.value ?? 0);
  },
  skip(engine, { by }) {
    handlers.seek(engine, { type: "seek", to: engine.stage.current.currentTime + by });
  },
  volume({ stage: { current: sound } }, { to }) {
    sound.volume = clamp(to, 1);
    if (to > 0) sound.muted = false;
  },
  mute({ stage }, { on }) {
    stage.current.muted = on;
  },
  rate({ stage, state }, { to }) {
    if (state.canRate.value) stage.current.playbackRate = clamp(to, FASTEST, SLOWEST);
  },
  loop({ stage }, { on }) {
    stage.current.loop = on;
  },
  region({ state }, { from, to }) {
    const most = state.duration.value ?? 0;
    const region = { from: clamp(from, most), to: clamp(to, most) };
    if (region.to > region.from) state.region.value = region;
  },
  "region-off"({ state }) {
    state.region.value = null;
  },
  track: ({ link }, { index }) => link.track(index),
  // Where there are stems the desk's file is here: it has found them.
  stem: ({ state }, request) => offered()?.setStem(state, request),
  save({ stage }) {
    // The element tells it to whoever listens: the extension, or the page itself.
    stage.dispatchEvent(new Event("save"));
  },
};

/** Hands a request to its handler. */
export function handle(engine: Engine, request: Request): void {
  // The map's type pairs each handler with its request; TypeScript cannot follow the pair through an index.
  const handler = handlers[request.type] as (engine: Engine, request: Request) => void;
  handler(engine, request);
}
