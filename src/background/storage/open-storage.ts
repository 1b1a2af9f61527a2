import { broadcast } from "../../messages/broadcast.ts";
import { openReplicated } from "../../store/database/open-replicated.ts";
import type { Replica } from "../../store/database/replicas.ts";
import type { Database } from "../../store/database/schema.ts";
import { ignoreStorageError } from "../lib/ignore-storage-error.ts";
import { recover } from "../sharing/recover.ts";
import { readLoss, writeCounter, writeLoss } from "./write-counter.ts";

export interface Storage {
  readonly db: Database;
  /** True when both databases were damaged, so that rows are gone, and the person has not read the warning yet. */
  lost: boolean;
  /** Which of the two databases was damaged at this start, and was rewritten from the other. */
  readonly repaired: Replica | null;
}

/** Opens both databases, repairs a damaged one, and recovers what the last background left halfway. */
export async function openStorage(): Promise<Storage> {
  const { db, health } = await openReplicated(writeCounter);
  if (health.repaired) console.warn(`Earmark's storage was mended: ${health.repaired}.`);
  if (health.lost) {
    // Before anything else is written. If the worker stops between these two, the warning is shown all the same,
    // and once the counter is set, it is not shown again at each start.
    await writeLoss(true);
    writeCounter.write(health.generation);
  }
  // With a full disk or a newer Earmark's database nothing can be written, but the rows can still be read.
  await recover(db).catch(ignoreStorageError);
  if (health.repaired === "main") broadcast("accounts", "links", "entries", "outbox");
  return { db, lost: await readLoss(), repaired: health.repaired };
}

/** Records that the person has read the warning about lost rows. */
export async function dismissLoss(storage: Storage): Promise<void> {
  storage.lost = false;
  await writeLoss(false);
}
