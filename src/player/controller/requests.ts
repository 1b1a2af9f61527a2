import type { ActiveOutput } from "../audio/active-output.ts";
import { getMixerChunk } from "../chunks/mixer-chunk.ts";
import { clamp } from "../lib/clamp.ts";
import type { SourceRequest } from "../sources/source.ts";
import type { StemChange } from "../state/set-stem.ts";
import type { State } from "../state/state.ts";
import type { Loader } from "./loader.ts";

/** Everything that controls, keys, media keys and the page can request of the player. Positions in seconds, volume 0 to 1. */
export type Request =
  | ({ readonly type: "open" } & SourceRequest)
  | { readonly type: "close" }
  | { readonly type: "retry" }
  /** The listener is about to press play: fetch what that will need. */
  | { readonly type: "prefetch" }
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

/** What a handler works on. */
export interface HandlerContext {
  readonly output: ActiveOutput;
  readonly state: State;
  readonly loader: Loader;
}

type Handlers = {
  readonly [T in Request["type"]]: (
    context: HandlerContext,
    request: Extract<Request, { type: T }>,
  ) => void;
};

/** The slowest and the fastest rate at which browsers keep the pitch well. */
const MIN_RATE = 0.25;
const MAX_RATE = 4;

/** One handler for each request: a request without one does not compile. */
export const handlers: Handlers = {
  open: ({ loader }, request) => loader.open(request),
  close: ({ loader }) => loader.close(),
  retry: ({ loader }) => loader.retry(),
  prefetch: ({ loader }) => loader.prefetch(),
  play: ({ loader }) => loader.play(),
  pause({ output, state }) {
    state.playWhenReady.value = false;
    output.current.pause();
  },
  seek({ output, state }, { to }) {
    // Without a source the media element keeps this as its "default playback start position" and starts there.
    output.current.currentTime = clamp(to, state.duration.value ?? 0);
  },
  skip(context, { by }) {
    handlers.seek(context, { type: "seek", to: context.output.current.currentTime + by });
  },
  volume({ output: { current: sound } }, { to }) {
    sound.volume = clamp(to, 1);
    if (to > 0) sound.muted = false;
  },
  mute({ output }, { on }) {
    output.current.muted = on;
  },
  rate({ output, state }, { to }) {
    if (state.canChangeRate.value) output.current.playbackRate = clamp(to, MAX_RATE, MIN_RATE);
  },
  loop({ output }, { on }) {
    output.current.loop = on;
  },
  region({ state }, { from, to }) {
    const duration = state.duration.value ?? 0;
    const region = { from: clamp(from, duration), to: clamp(to, duration) };
    if (region.to > region.from) state.region.value = region;
  },
  "region-off"({ state }) {
    state.region.value = null;
  },
  track: ({ loader }, { index }) => loader.selectTrack(index),
  // Stems come from sources in the mixer chunk: where there are any, it has been loaded.
  stem: ({ state }, request) => getMixerChunk()?.setStem(state, request),
  save({ output }) {
    // The element passes the event on to the page; the extension or the page itself may save the track.
    output.dispatchEvent(new Event("save"));
  },
};

/** Calls the handler of a request. */
export function handleRequest(context: HandlerContext, request: Request): void {
  // The type of `handlers` pairs each handler with its request; TypeScript cannot follow that through an index.
  const handler = handlers[request.type] as (context: HandlerContext, request: Request) => void;
  handler(context, request);
}
