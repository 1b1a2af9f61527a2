/** Why there is nothing to hear: a closed list of plain values, each with a sentence and a next step among the words. */
export type Failure =
  | { readonly kind: "not-an-address" }
  /** Expired or revoked: the service does not say which. */
  | { readonly kind: "gone" }
  | { readonly kind: "expired" }
  | { readonly kind: "revoked" }
  | { readonly kind: "removed"; readonly message: string }
  /** The file behind the address is not there. */
  | { readonly kind: "not-available" }
  /** `seconds` is how long to wait before asking again, 1 to 3,600. */
  | { readonly kind: "too-many"; readonly seconds: number }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "offline" }
  | { readonly kind: "too-slow" }
  /** Reached, but its server does not let other sites' pages read it. */
  | { readonly kind: "cors" }
  | { readonly kind: "malformed" }
  | { readonly kind: "no-sound" }
  /** Arrived, and cannot be decoded. */
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
export const noAnswer = (): Failure => ({
  kind: navigator.onLine === false ? "offline" : "unreachable",
});
