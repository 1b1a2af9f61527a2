import type { Failure } from "../state/failure.ts";
import type { Phrase, Plural } from "./format-message.ts";

/** English, which is always there: what the player says before any other part of it is fetched; then see `desk-en.ts`. */
export const en = {
  lang: "en",
  player: "Music player",
  playerOf: "Music player: {title}",
  untitled: "Untitled track",
  play: "Play",
  pause: "Pause",
  seek: "Seek",
  volume: "Volume",
  percent: "{n}%",
  mute: "Mute",
  retry: "Try again",
  loading: "Loading the track.",
  startsWhenHere: "Loading. It starts by itself.",
  ready: "Press play to listen.",
  ended: "The end. Press play to hear it again.",
  stalled: "Waiting for sound.",
  mayRetry: "The wait is over. You can try again now.",
  place: "{at} of {count}",
  placeIn: "{at} of {count} in {name}",
  tracks: "Tracks",
  stems: "Stems",
  more: "More controls",
  missing: "Some controls did not load. Try again in a moment.",
  credit: "Credit required",
  licences: {
    commercial_cleared: "commercial use allowed",
    commercial_enterprise: "commercial use by enterprises",
    personal_only: "personal use only",
    unclear: "licence not clear",
  },
  failures: {
    gone: "This link no longer works: it has expired or was revoked. Ask the person who shared it for a new one.",
    unreachable: "The music could not be reached. Check your connection, then try again.",
    offline: "You are offline. Connect to the internet, then try again.",
    blocked: "The browser held back the sound. Press play to allow it.",
  },
} as const satisfies Sentences;

/** What is said when a service has answered, but not with music: `earmark-desk.js` brings these words. */
type DeskEn = typeof import("./desk-en.ts").deskEn;

interface Sentences {
  readonly lang: string;
  readonly licences: Readonly<Record<string, string>>;
  readonly failures: {
    readonly [K in Exclude<Failure["kind"], keyof DeskEn["failures"]>]: Phrase;
  };
  readonly [key: string]: Phrase | Readonly<Record<string, Phrase>>;
}

/** The same keys in any language; what has plural forms in English has those of its own language. */
type Alike<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends { readonly other: string }
      ? Plural
      : Alike<T[K]>;
};

/** Every sentence the player itself can say, in one language. */
export type Words = Alike<typeof en & DeskEn>;
