import { computed, signal } from "@preact/signals-core";
import type { ReadonlySignal, Signal } from "@preact/signals-core";
import type { Ranges } from "../lib/time-ranges.ts";
import type { Failure } from "./failure.ts";
import type { Download, Shared, SharedTrack } from "../../providers/contract/player-source.ts";

/** A part of the track on the desk. It is heard unless it is muted, or another is on solo and it is not. */
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
 * What the controls show. What sounds is written by `link.ts` and `look.ts` only: asking for something does not make it
 * true. `region` and `stems` are what is asked for, and the sound follows them.
 */
export interface State {
  readonly lang: Signal<string>;
  /** Names of the controls the page wants, in order; null when it leaves that to us. */
  readonly requestedControls: Signal<readonly string[] | null>;
  /** What the link stands for; null until its answer is here. */
  readonly shared: Signal<Shared | null>;
  /** A link to something to read, and nothing to play. */
  readonly document: Signal<{ readonly title: string | null; readonly url: string } | null>;
  readonly failure: Signal<Failure | null>;
  /** A question to the service is under way. */
  readonly loading: Signal<boolean>;
  /** A press came before there was anything to play; it is kept until the element plays, fails or is paused. */
  readonly playWhenReady: Signal<boolean>;
  /** The wait asked for by the service is over, or there was none. */
  readonly canRetry: Signal<boolean>;
  /** Which of the tracks, from 0. */
  readonly trackIndex: Signal<number>;
  readonly stems: Signal<readonly Stem[]>;
  /** Loudness over the whole length, each 0 to 1. */
  readonly peaks: Signal<readonly number[] | null>;
  /** The part that is played over and over. */
  readonly region: Signal<Region | null>;
  /** The address a person can open. */
  readonly linkUrl: Signal<string | null>;
  /** The Earmark extension is here and has said so. */
  readonly canSave: Signal<boolean>;

  // From here on: what the sound says.
  readonly paused: Signal<boolean>;
  readonly ended: Signal<boolean>;
  /** Should sound, has nothing to sound with. */
  readonly waiting: Signal<boolean>;
  /** Waiting for so long that it needs to be said. */
  readonly stalled: Signal<boolean>;
  /** Seconds. */
  readonly currentTime: Signal<number>;
  /** What it can play without asking for more. */
  readonly buffered: Signal<Ranges>;
  /** Seconds; null until the sound knows. */
  readonly mediaDuration: Signal<number | null>;
  /** 0 to 1. */
  readonly volume: Signal<number>;
  readonly muted: Signal<boolean>;
  /** 1 is normal. */
  readonly rate: Signal<number>;
  /** The speed can be changed, and the pitch stays. */
  readonly canChangeRate: Signal<boolean>;
  readonly loop: Signal<boolean>;

  readonly tracks: ReadonlySignal<readonly SharedTrack[]>;
  readonly track: ReadonlySignal<SharedTrack | null>;
  /** Seconds: the sound's word, before that the share's. */
  readonly duration: ReadonlySignal<number | null>;
  /** Empty where the link does not allow it. */
  readonly downloads: ReadonlySignal<readonly Download[]>;
}

const none: readonly never[] = [];

export function createState(): State {
  const shared = signal<Shared | null>(null);
  const trackIndex = signal(0);
  const mediaSeconds = signal<number | null>(null);
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
    mediaDuration: mediaSeconds,
    volume: signal(1),
    muted: signal(false),
    rate: signal(1),
    canChangeRate: signal(true),
    loop: signal(false),
    tracks,
    track,
    duration: computed(() => mediaSeconds.value ?? track.value?.seconds ?? null),
    downloads: computed(() => track.value?.downloads ?? none),
  };
}
