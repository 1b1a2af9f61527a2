import type { Database } from "../database.ts";
import { craftkitRenders } from "./catalogue.ts";

const tables = ["craftkit_events", "craftkit_shares", "craftkit_renders"] as const;
const renderingMs = 1840;

/** Puts the renders back and forgets shares and events; `firstDay` in milliseconds since 1970. */
export function seedCraftkit(db: Database, firstDay: number): void {
  for (const table of tables) db.run(`DELETE FROM ${table}`);
  for (const { id, owner, environment, title, outcome } of craftkitRenders) {
    db.run(
      `INSERT INTO craftkit_renders (id, owner, environment, title, outcome, created_at, completed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        owner,
        environment,
        title,
        outcome,
        firstDay,
        outcome === "slow" ? null : firstDay + renderingMs,
      ],
    );
  }
}
