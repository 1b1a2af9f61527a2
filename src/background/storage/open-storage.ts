import { broadcast } from "../../messages/broadcast.ts";
import type { Database } from "../../store/database/open-database.ts";
import { openReplicated } from "../../store/database/open-replicated.ts";
import type { Replica } from "../../store/database/replicas.ts";
import { ignoreStorageError } from "../sharing/run-attempt.ts";
import { recover } from "../sharing/recover.ts";
import { readLoss, writeLoss, writeCounter } from "./write-counter.ts";

export interface Storage {
  readonly db: Database;
  /** Both copies were damaged, and the person has not been told yet. */
  lost: boolean;
  /** Which copy was found damaged at this start, and is whole again. */
  readonly repaired: Replica | null;
}

/** Opens what Earmark keeps, mends it where it is damaged, and finishes what was left half done. */
export async function openStorage(): Promise<Storage> {
  const { db, health } = await openReplicated(writeCounter);
  if (health.repaired) console.warn(`Earmark's storage was mended: ${health.repaired}.`);
  if (health.lost) {
    // Before anything is written: or who stops here would never be told, or be told again at each start.
    await writeLoss(true);
    writeCounter.write(health.generation);
  }
  // With the disk full, or a newer Earmark's database, there is still something to be read.
  await recover(db).catch(ignoreStorageError);
  if (health.repaired === "main") broadcast("accounts", "links", "entries", "outbox");
  return { db, lost: await readLoss(), repaired: health.repaired };
}

/** The person has read that something was lost. */
export async function dismissLoss(keeping: Storage): Promise<void> {
  keeping.lost = false;
  await writeLoss(false);
}
