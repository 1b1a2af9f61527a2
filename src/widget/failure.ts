/** Why there is nothing to hear: a closed list of plain values, each with a sentence and a next step in `text.ts`. */
export type Failure =
  | { readonly kind: "not-an-address" }
  | { readonly kind: "gone" }
  | { readonly kind: "removed"; readonly message: string }
  /** `seconds` is how long to wait before asking again, 1 to 3,600. */
  | { readonly kind: "too-many"; readonly seconds: number }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "offline" }
  | { readonly kind: "too-slow" }
  | { readonly kind: "malformed"; readonly where: string }
  | { readonly kind: "no-sound" }
  | { readonly kind: "not-playable" }
  | { readonly kind: "blocked" };

/** Trying again can help: the cause is outside the link itself. */
export function isPassing({ kind }: Failure): boolean {
  return kind !== "not-an-address" && kind !== "gone" && kind !== "removed" && kind !== "blocked";
}
