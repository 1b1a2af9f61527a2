import { type Errand, errandKey } from "./job.ts";
import type { Failure } from "./failure.ts";

/** What must come before an errand goes on. stuck: nothing does that by itself. */
export type HeldBy = "network" | "service" | "you" | "stuck";

/** An errand that is not simply on its way, and why. */
export interface Held {
  errand: Errand;
  failure: Failure;
  by: HeldBy;
}

/** Errands that wait for the same thing. */
export interface HeldGroup {
  key: string;
  by: HeldBy;
  held: [Held, ...Held[]];
}

/** The failures that only the person can mend; they hold back all of an account. */
const YOURS: ReadonlySet<Failure["kind"]> = new Set([
  "signed-out",
  "not-allowed",
  "no-permission",
  "no-account",
]);

/** What a wish waits for that was kept though it failed so. */
export function heldBy({ kind }: Failure): HeldBy {
  if (kind === "offline") return "network";
  return YOURS.has(kind) ? "you" : "service";
}

/**
 * Those of all errands that are held up. One that was never tried is not, unless another of its
 * account stands in its way. `now` in milliseconds since 1970.
 */
export function heldIn(errands: readonly Errand[], now: number): Held[] {
  const inTheWay = new Map<string, Errand>();
  for (const each of errands) {
    const more = each.state === "paused" || !inTheWay.has(each.account);
    if (each.failure && each.state !== "stuck" && more) inTheWay.set(each.account, each);
  }
  return errands.flatMap((errand) => {
    const { failure, state, dueAt, account } = errand;
    if (state === "stuck" && failure) return [{ errand, failure, by: "stuck" as const }];
    if (failure === null && dueAt > now) return []; // it can still be undone unseen
    const holder = inTheWay.get(account);
    const why = holder?.state === "paused" ? holder.failure : (failure ?? holder?.failure ?? null);
    return why ? [{ errand, failure: why, by: heldBy(why) }] : [];
  });
}

const ORDER: readonly HeldBy[] = ["stuck", "you", "service", "network"];

/** Together what waits for the same thing; first what only the person can change. */
export function groupsOf(held: readonly Held[]): HeldGroup[] {
  const groups = new Map<string, HeldGroup>();
  for (const each of held) {
    const { by, failure, errand } = each;
    const one = by === "network" || by === "stuck";
    const key = one ? by : `${by} ${errand.account} ${failure.kind}`;
    const group = groups.get(key);
    if (group) group.held.push(each);
    else groups.set(key, { key, by, held: [each] });
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.by) - ORDER.indexOf(b.by));
}

/** The key of the errand about a link of ours. */
export const linkErrand = (link: string): string =>
  errandKey("", { kind: "revoke", link }, { id: "" });

/** The key of the errand about a saved track. */
export const entryErrand = (account: string, id: string): string =>
  errandKey(account, { kind: "save", link: null }, { id });
