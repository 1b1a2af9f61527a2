import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal, Signal } from "@preact/signals-core";
import type { Download, Shared, SharedTrack } from "../../providers/contract/player-source.ts";
import type { Ranges } from "../lib/time-ranges.ts";
import type { Failure } from "./failure.ts";

/** A stem as it is mixed. It is heard unless it is muted, or another stem is on solo and this one is not. */
export interface Stem {
  readonly label: string;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  readonly solo: boolean;
}

/** A to B, in seconds; `to` is greater. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/**
 * What the controls show. What is loaded and played is written only by `controller/loader.ts` and `controller/sync-state.ts`:
 * a request does not change it before the output has changed. `region` and `stems` are settings, which the output follows.
 */
export interface State {
  readonly lang: Signal<string>;
  /** Names of the controls that the page requests, in order; null for the default controls. */
  readonly requestedControls: Signal<readonly string[] | null>;
  /** The share behind the source: one track or a collection; null until it has been loaded. */
  readonly shared: Signal<Shared | null>;
  /** A link to a document, which is shown instead of something to play. */
  readonly document: Signal<{ readonly title: string | null; readonly url: string } | null>;
  readonly failure: Signal<Failure | null>;
  /** The share is being loaded. */
  readonly loading: Signal<boolean>;
  /** Play was pressed before there was anything to play; true until the player plays, fails or is paused. */
  readonly playWhenReady: Signal<boolean>;
  /** No rate limit of the service is running. */
  readonly canRetry: Signal<boolean>;
  /** Index of the current track in `tracks`. */
  readonly trackIndex: Signal<number>;
  readonly stems: Signal<readonly Stem[]>;
  /** The waveform over the whole length, each value 0 to 1. */
  readonly peaks: Signal<readonly number[] | null>;
  /** The looped part of the track. */
  readonly region: Signal<Region | null>;
  /** The URL of the share that a person can open. */
  readonly linkUrl: Signal<string | null>;
  /** The Earmark extension is installed and has announced itself. */
  readonly canSave: Signal<boolean>;

  // From here on: properties of the active output, copied by `sync-state.ts`.
  readonly paused: Signal<boolean>;
  readonly ended: Signal<boolean>;
  /** Plays, but lacks the audio for the current position. */
  readonly waiting: Signal<boolean>;
  /** Waiting for so long that it is announced. */
  readonly stalled: Signal<boolean>;
  /** Seconds. */
  readonly currentTime: Signal<number>;
  /** What has been downloaded, in seconds. */
  readonly buffered: Signal<Ranges>;
  /** The length by the output, in seconds; null until it is known. */
  readonly mediaDuration: Signal<number | null>;
  /** 0 to 1. */
  readonly volume: Signal<number>;
  readonly muted: Signal<boolean>;
  /** 1 is normal. */
  readonly rate: Signal<number>;
  /** The rate can be changed without changing the pitch. */
  readonly canChangeRate: Signal<boolean>;
  readonly loop: Signal<boolean>;

  readonly tracks: ReadonlySignal<readonly SharedTrack[]>;
  readonly track: ReadonlySignal<SharedTrack | null>;
  /** The length in seconds: the output's, and until that is known the share's; null for neither. */
  readonly duration: ReadonlySignal<number | null>;
  /** Empty where the share does not allow downloads. */
  readonly downloads: ReadonlySignal<readonly Download[]>;
}

const none: readonly never[] = [];

export function createState(): State {
  const shared = signal<Shared | null>(null);
  const trackIndex = signal(0);
  const mediaDuration = signal<number | null>(null);
  const tracks = computed(() => shared.value?.tracks ?? none);
  const track = computed(() => tracks.value[trackIndex.value] ?? null);
  return {
    lang: signal(""),
    requestedControls: signal(null),
    shared,
    document: signal(null),
    failure: signal(null),
    loading: signal(false),
    playWhenReady: signal(false),
    canRetry: signal(true),
    trackIndex,
    stems: signal(none),
    peaks: signal(null),
    region: signal(null),
    linkUrl: signal(null),
    canSave: signal(false),
    paused: signal(true),
    ended: signal(false),
    waiting: signal(false),
    stalled: signal(false),
    currentTime: signal(0),
    buffered: signal(none),
    mediaDuration,
    volume: signal(1),
    muted: signal(false),
    rate: signal(1),
    canChangeRate: signal(true),
    loop: signal(false),
    tracks,
    track,
    duration: computed(() => mediaDuration.value ?? track.value?.seconds ?? null),
    downloads: computed(() => track.value?.downloads ?? none),
  };
}
