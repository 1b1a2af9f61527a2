import { beforeEach, vi } from "vitest";
import { adaTracks } from "../../sandbox/accounts.ts";
import { saveTrack } from "../../src/background/actions/library.ts";
import { nextJobAt } from "../../src/background/outbox/find-account-blocker.ts";
import { drain } from "../../src/background/outbox/outbox.ts";
import { delays } from "../../src/background/timing/delays.ts";
import type { Account } from "../../src/model/account.ts";
import type { Failure } from "../../src/model/failure.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { Background } from "./background.ts";

/* For tests of the outbox: both libraries, Ada's account, and a clock that a test moves. */

/** The ids of Ada's tracks at Aitronos. */
export const trackIds = adaTracks.map(({ id }) => id);

/** The result of a save that waits in the outbox for this reason. */
export const waitsFor = (failure: Failure) => ({ ok: true, value: { waiting: failure } });

/** All entries of our library. */
export const readEntries = (kit: Background): Promise<Entry[]> => kit.db.getAll("entries");

/** The rows of Aitronos's own library. */
export const readRemoteLibrary = (kit: Background) =>
  kit.sandbox.ledger().library.filter(({ provider }) => provider === "aitronos");

/** Moves the clock to where no job that exists now can be undone any more. */
export function passUndoWindow(): void {
  const later = Date.now() + delays.undoWindow;
  vi.spyOn(Date, "now").mockImplementation(() => later);
}

export interface OutboxKit {
  /** Ada's account at Aitronos. */
  account: Account;
  /** The time of the background, in milliseconds since 1970. It changes only when a test changes it. */
  now: number;
  /** Saves Ada's n-th track. */
  save(n?: number): ReturnType<typeof saveTrack>;
  /** How many saves were sent. */
  countSaves(): number;
  /** Lets the next saves fail in this way. */
  failSaves(how: object, times?: number): void;
  /** Moves the clock to the next due job and drains the outbox; false when none is due by itself. */
  drainNext(): Promise<boolean>;
}

/** Gives each test of the file an account and a clock. */
export function useOutbox(kit: Background): OutboxKit {
  const outbox = {
    now: 0,
    save: (n = 0) => saveTrack(kit.db, outbox.account, kit.track("aitronos", trackIds[n])),
    countSaves: () => kit.sent.filter((line) => line.endsWith("/save")).length,
    failSaves: (how, times = 1) =>
      void kit.sandbox.faults.add({ path: "/save", times, do: how as { close: true } }),
    async drainNext() {
      const dueAt = await nextJobAt(kit.db);
      if (!Number.isFinite(dueAt)) return false;
      outbox.now = Math.max(outbox.now, Math.ceil(dueAt));
      await drain(kit.db);
      return true;
    },
  } as Partial<OutboxKit> as OutboxKit;
  beforeEach(async () => {
    outbox.account = await kit.account("aitronos");
    outbox.now = Date.now();
    vi.spyOn(Date, "now").mockImplementation(() => outbox.now);
  });
  return outbox;
}
