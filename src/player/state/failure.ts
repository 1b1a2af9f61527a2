import type { SourceFailure } from "../../providers/contract/player-source.ts";

/** Why nothing can be heard: a closed list of plain values, each with a sentence and a next step among the words. */
export type Failure =
  | SourceFailure
  | { readonly kind: "not-an-address" }
  /** No file is at the URL of some audio. */
  | { readonly kind: "not-available" }
  /** The audio was downloaded, and cannot be decoded. */
  | { readonly kind: "not-playable" }
  /** A kind of file that this browser does not play. */
  | { readonly kind: "format" }
  | { readonly kind: "blocked" };

const passing: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "too-many",
  "refused",
  "unreachable",
  "offline",
  "too-slow",
  "malformed",
  "no-sound",
  "not-playable",
]);

/** Trying again can help: the cause is outside the link itself. */
export function isPassing({ kind }: Failure): boolean {
  return passing.has(kind);
}

/** Why nothing answered, as far as a page can know: the same for a service and for a file of the player itself. */
export const noAnswer = (): SourceFailure => ({
  kind: navigator.onLine === false ? "offline" : "unreachable",
});
