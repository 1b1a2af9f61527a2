import { beforeEach, expect, vi } from "vitest";
import { ada, mixthatStemTrack } from "../../sandbox/accounts.ts";
import { reconcile } from "../../src/background/sharing/reconcile.ts";
import { shareTrack } from "../../src/background/sharing/share-track.ts";
import type { Account } from "../../src/model/account.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Background } from "./background.ts";

/* For tests of reconciliation: shares without a response, and a clock that a test moves. */

export interface LostShares {
  account: Account;
  /** The time of the background, in milliseconds since 1970. */
  now: number;
  /** Closes the connection before or after the service has created a link. */
  dropConnection(when: "before" | "after", times?: number): void;
  /** Shares over a connection that closes before the response. */
  shareUnanswered(when: "before" | "after", terms?: Partial<Terms>): Promise<Attempt>;
  /** The only stored attempt. */
  getAttempt(): Promise<Attempt>;
  /** Moves the clock to when the attempt is due, and reconciles it. */
  reconcileWhenDue(attempt?: Attempt): Promise<Attempt>;
  /** Creates a link with this nonce at Mix That, as a request that arrives late does. */
  createLateShare(nonce: string): Promise<void>;
}

export function useLostShares(kit: Background, provider: "mixthat" | "craftkit"): LostShares {
  const lost = {
    dropConnection: (when, times = 1) =>
      kit.sandbox.faults.add({ method: "POST", path: "/shares", when, times, do: { close: true } }),
    async shareUnanswered(when, terms = {}) {
      lost.dropConnection(when);
      const made = await shareTrack(kit.db, lost.account, kit.shareIntent(provider, terms));
      expect(made).toEqual({ ok: false, failure: { kind: "unknown-outcome" } });
      return lost.getAttempt();
    },
    async getAttempt() {
      const [attempt] = await kit.attempts();
      if (!attempt) throw new Error("no attempt");
      return attempt;
    },
    async reconcileWhenDue(attempt) {
      const looked = attempt ?? (await lost.getAttempt());
      lost.now = Math.max(lost.now, Math.ceil(looked.dueAt ?? lost.now));
      await reconcile(kit.db, lost.account, looked);
      return lost.getAttempt();
    },
    async createLateShare(nonce) {
      await fetch(`${kit.sandbox.origin}/api/v1/tracks/${mixthatStemTrack.id}/shares`, {
        method: "POST",
        headers: {
          Authorization: `Bearer ${ada.mixthatToken}`,
          "Content-Type": "application/json",
        },
        body: JSON.stringify({ name: `x · ${nonce}` }),
      });
    },
  } as Partial<LostShares> as LostShares;
  beforeEach(async () => {
    lost.account = await kit.account(provider);
    lost.now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => lost.now);
  });
  return lost;
}
