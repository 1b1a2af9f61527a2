/**
 * English in the player's own file: what it says before any other file of it has been loaded. The rest of the English words
 * are in `en-failures.ts` and `en-controls.ts`.
 */
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
} as const;
