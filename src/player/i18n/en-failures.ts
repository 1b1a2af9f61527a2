import { cutText } from "../../shared/cut-text.ts";
import { en } from "./en.ts";

/**
 * English for failures that are only found out with an answer from a server, and for documents. It comes with
 * `earmark-desk.js`, which finds them out; what has to be said without any connection is in `en.ts`.
 */
export const enFailures = {
  openLink: "Open the link",
  openDocument: "Open document",
  document: "A document: there is nothing to play.",
  untitledDocument: "Untitled document",
  removedBefore: "The creator has removed this music.",
  failures: {
    "not-an-address":
      "This is not a link that Earmark can play. Check that the whole link was copied.",
    "too-slow": "The music service did not answer in time. Try again in a moment.",
    removed: "{message} Ask the person who shared it for something else.",
    "too-many": {
      one: "Too many listeners asked at once. You can try again in {count} second.",
      other: "Too many listeners asked at once. You can try again in {count} seconds.",
    },
    refused: "The music service has a problem ({status}). Try again in a moment.",
    malformed: "The music service sent an answer that Earmark cannot read. Try again in a moment.",
    "no-sound": "There is no sound to play yet. Try again later.",
    expired: "This link has expired. Ask the person who shared it for a new one.",
    revoked: "This link was revoked. Ask the person who shared it for a new one.",
    "not-available":
      "This music is not available. Ask the person who shared it whether it is still shared.",
    cors: "The music's server does not let this page play it. Listen to it where it was shared.",
    "not-playable":
      "The sound did not arrive in a playable form. Try again, or use another browser.",
    format: "This browser cannot play the music's format. Open it in another browser.",
  },
} as const;

/** The longest message of a service that is shown, in UTF-16 code units. */
const MAX_MESSAGE_LENGTH = 140;

/** A message of a service as one sentence of ours: at most 140 characters, with a full stop at the end. */
export function toSentence(message: string): string {
  const short =
    message.length > MAX_MESSAGE_LENGTH ? `${cutText(message, MAX_MESSAGE_LENGTH - 1)}…` : message;
  return !short || /[.!?…。！？]$/.test(short) ? short : `${short}.`;
}

/** Adds these words to the English in the player's own file. */
export function addEnglishFailures(): void {
  Object.assign(en, enFailures, { failures: { ...en.failures, ...enFailures.failures } });
}
