import type { Page } from "@playwright/test";
import type { Account } from "../../src/model/account.ts";
import type { Entry } from "../../src/model/library-entry.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";

/** What Earmark has on disk, without keys. */
export interface Stored {
  readonly accounts: readonly Account[];
  readonly attempts: readonly Attempt[];
  readonly links: readonly StoredLink[];
  readonly entries: readonly Entry[];
  readonly outbox: readonly Job[];
}

interface Buckets {
  open(name: string): Promise<{ indexedDB: IDBFactory }>;
}

/** Reads one of the two copies from a page of the extension. */
export function readDatabase(page: Page, place: "main" | "copy" = "main"): Promise<Stored> {
  return page.evaluate(async (bucket) => {
    const { storageBuckets } = navigator as unknown as { storageBuckets: Buckets };
    const { indexedDB: factory } = await storageBuckets.open(bucket);
    const opening = factory.open("earmark");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
    const names = ["accounts", "attempts", "links", "entries", "outbox"] as const;
    const tx = db.transaction(names);
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<[string, unknown[]]>((resolve, reject) => {
            const request = tx.objectStore(name).getAll();
            request.addEventListener("success", () => resolve([name, request.result]));
            request.addEventListener("error", () => reject(request.error));
          }),
      ),
    );
    db.close();
    return Object.fromEntries(rows) as never;
  }, place);
}

const GOING_ON = new Set<Attempt["state"]>(["queued", "waiting", "sending", "answered"]);

/** Waits until the background has nothing left to do by itself. */
export async function waitForSettled(page: Page): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { attempts, outbox } = await readDatabase(page);
    const open = attempts.filter(({ state, dueAt }) => GOING_ON.has(state) || dueAt !== null);
    if (open.length === 0 && outbox.length === 0) return;
    if (Date.now() > deadline) {
      const left = [...open, ...outbox].map(({ key, state }) => `${key} ${state}`);
      throw new Error(`still going on after 20 s: ${left.join(", ")}`);
    }
    await page.waitForTimeout(80);
  }
}
