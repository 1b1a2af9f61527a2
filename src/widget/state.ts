import { computed, signal } from "./signal.ts";
import type { ReadonlySignal, Signal } from "./signal.ts";
import type { Failure } from "./failure.ts";
import type { Shared, SharedTrack } from "./shared.ts";

/** What the controls show. Only `link.ts` and `look.ts` write to it: asking for something does not make it true. */
export interface State {
  readonly lang: Signal<string>;
  /** What the link stands for; null until its answer is here. */
  readonly shared: Signal<Shared | null>;
  readonly failure: Signal<Failure | null>;
  /** A question to the service is under way. */
  readonly asking: Signal<boolean>;
  /** A press came before there was anything to play; it is kept until the element plays, fails or is paused. */
  readonly startsWhenHere: Signal<boolean>;
  /** The wait asked for by the service is over, or there was none. */
  readonly mayRetry: Signal<boolean>;

  // From here on: what the media element says.
  readonly paused: Signal<boolean>;
  readonly ended: Signal<boolean>;
  /** Should sound, has nothing to sound with. */
  readonly waiting: Signal<boolean>;
  /** Waiting for so long that it needs to be said. */
  readonly stalled: Signal<boolean>;
  /** Seconds. */
  readonly currentTime: Signal<number>;
  /** Seconds up to which it can play on without asking for more. */
  readonly bufferedTo: Signal<number>;
  /** Seconds; null until the element knows. */
  readonly mediaSeconds: Signal<number | null>;
  /** 0 to 1. */
  readonly volume: Signal<number>;
  readonly muted: Signal<boolean>;

  readonly track: ReadonlySignal<SharedTrack | null>;
  /** Seconds: the element's word, before that the share's. */
  readonly duration: ReadonlySignal<number | null>;
}

export function createState(): State {
  const shared = signal<Shared | null>(null);
  const mediaSeconds = signal<number | null>(null);
  const track = computed(() => shared.value?.tracks[0] ?? null);
  return {
    lang: signal(""),
    shared,
    failure: signal(null),
    asking: signal(false),
    startsWhenHere: signal(false),
    mayRetry: signal(true),
    paused: signal(true),
    ended: signal(false),
    waiting: signal(false),
    stalled: signal(false),
    currentTime: signal(0),
    bufferedTo: signal(0),
    mediaSeconds,
    volume: signal(1),
    muted: signal(false),
    track,
    duration: computed(() => mediaSeconds.value ?? track.value?.seconds ?? null),
  };
}
