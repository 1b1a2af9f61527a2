import type { Account } from "../model/account.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

/** The accounts that have a key. */
export async function getUsableAccounts(db: Database): Promise<Account[]> {
  return (await getAllAccounts(db)).filter(({ keyless }) => !keyless);
}

/** All accounts, also those of an imported file, which have no key yet. */
export function getAllAccounts(db: Database): Promise<Account[]> {
  return db.getAll("accounts");
}

/** An account's API key. Only the background may read it. */
export async function getKey(db: Database, account: string): Promise<string | null> {
  return (await db.get("keys", account))?.key ?? null;
}

/** Writes an account and its key in one transaction. */
export function putAccount(db: Database, account: Account, key: string): Promise<void> {
  return runTransaction(db, ["accounts", "keys"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    await tx.objectStore("keys").put({ account: account.id, key });
  });
}

/** Removes an account with its key, attempts, links, entries and jobs. */
export function removeAccount(db: Database, id: string): Promise<void> {
  return runTransaction(
    db,
    ["accounts", "keys", "attempts", "links", "entries", "outbox"],
    async (tx) => {
      await tx.objectStore("accounts").delete(id);
      await tx.objectStore("keys").delete(id);
      for (const name of ["attempts", "links", "entries", "outbox"] as const) {
        for await (const row of tx.objectStore(name))
          if (row.value.account === id) await row.delete();
      }
    },
  );
}
