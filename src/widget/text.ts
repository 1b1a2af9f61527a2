import type { Failure } from "./failure.ts";

/** Every sentence the player can say, in one language. Each names what is so, and the next step. */
export interface Words {
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly player: (title: string | null) => string;
  readonly untitled: string;
  readonly play: string;
  readonly pause: string;
  readonly seek: string;
  readonly position: (at: string, of: string) => string;
  readonly volume: string;
  readonly mute: string;
  readonly retry: string;
  readonly loading: string;
  readonly startsWhenHere: string;
  readonly ready: string;
  readonly playing: string;
  readonly paused: string;
  readonly ended: string;
  readonly stalled: string;
  readonly mayRetry: string;
  readonly collection: (name: string | null, count: number) => string;
  readonly credit: string;
  readonly licences: Readonly<Record<string, string>>;
  readonly failures: {
    readonly [K in Failure["kind"]]: (failure: Extract<Failure, { kind: K }>) => string;
  };
}

/** Foreign words as one sentence of ours: at most 140 characters, with an end. */
function told(message: string): string {
  const short = message.length > 140 ? `${message.slice(0, 139)}…` : message;
  return !short || /[.!?…。]$/.test(short) ? short : `${short}.`;
}

const en: Words = {
  lang: "en",
  dir: "ltr",
  player: (title) => (title ? `Music player: ${title}` : "Music player"),
  untitled: "Untitled track",
  play: "Play",
  pause: "Pause",
  seek: "Seek",
  position: (at, of) => `${at} of ${of}`,
  volume: "Volume",
  mute: "Mute",
  retry: "Try again",
  loading: "Loading the track. One moment.",
  startsWhenHere: "Loading the track. It starts by itself.",
  ready: "Ready. Press play to listen.",
  playing: "Playing. Press pause to stop.",
  paused: "Paused. Press play to go on.",
  ended: "The end. Press play to hear it again.",
  stalled: "Waiting for sound. It goes on by itself.",
  mayRetry: "The wait is over. You can try again now.",
  collection: (name, count) => `1 of ${count}${name ? ` in ${name}` : " tracks"}`,
  credit: "Credit required",
  licences: {
    commercial_cleared: "commercial use allowed",
    commercial_enterprise: "commercial use by enterprises",
    personal_only: "personal use only",
    unclear: "licence not clear",
  },
  failures: {
    "not-an-address": () =>
      "This is not a music share that Earmark can play. Check that the whole link was copied.",
    gone: () =>
      "This link no longer works: it has expired or was revoked. Ask the person who shared it for a new one.",
    removed: ({ message }) =>
      `${told(message) || "The creator has removed this music."} Ask the person who shared it for something else.`,
    "too-many": ({ seconds }) =>
      `Too many listeners asked at once. You can try again in ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`,
    refused: ({ status }) => `The music service has a problem (${status}). Try again in a moment.`,
    unreachable: () => "The music could not be reached. Check your connection, then try again.",
    offline: () => "You are offline. Connect to the internet, then try again.",
    "too-slow": () => "The music service did not answer within 20 seconds. Try again in a moment.",
    malformed: () =>
      "The music service sent an answer that Earmark cannot read. Try again in a moment.",
    "no-sound": () => "This share has no sound to play yet. Try again later.",
    "not-playable": () =>
      "The sound did not arrive in a form that this browser can play. Try again, or use another browser.",
    blocked: () => "The browser held back the sound. Press play to allow it.",
  },
};

const languages: Readonly<Record<string, Words>> = { en };

/** The words for a language tag such as `de-CH`; English when there are none. */
export function wordsFor(tag: string): Words {
  const language = tag.split("-")[0]?.toLowerCase() ?? "";
  return (Object.hasOwn(languages, language) && languages[language]) || en;
}

/** What a failure says. */
export function failureText(failure: Failure, words: Words): string {
  // The map's type pairs each sentence with its failure; TypeScript cannot follow the pair through an index.
  const say = words.failures[failure.kind] as (failure: Failure) => string;
  return say(failure);
}
