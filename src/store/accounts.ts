import type { Account } from "../model/account.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

/** The accounts that can be used. */
export async function getUsableAccounts(db: Database): Promise<Account[]> {
  return (await getAllAccounts(db)).filter(({ keyless }) => !keyless);
}

/** Also those that came with a file, and whose keys did not. */
export function getAllAccounts(db: Database): Promise<Account[]> {
  return db.getAll("accounts");
}

/** The account's key; for the background only. */
export async function getKey(db: Database, account: string): Promise<string | null> {
  return (await db.get("keys", account))?.key ?? null;
}

/** Account and key come and go together. */
export function putAccount(db: Database, account: Account, key: string): Promise<void> {
  return runTransaction(db, ["accounts", "keys"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    await tx.objectStore("keys").put({ account: account.id, key });
  });
}

/** Removes an account with its key and everything that was made or saved with it. */
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
