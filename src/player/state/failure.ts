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

/** Whether trying again can help, because the cause is not the link itself. */
export function isPassing({ kind }: Failure): boolean {
  return passing.has(kind);
}

/** Why a request got no answer, as far as a page can know, for a service as for a chunk of the player. */
export const noAnswer = (): SourceFailure => ({
  kind: navigator.onLine === false ? "offline" : "unreachable",
});
