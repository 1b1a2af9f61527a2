import { readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import type { SQLInputValue } from "node:sqlite";

/** SQLite with typed rows. Values always travel as parameters, never inside the text. */
export interface Database {
  one<Row>(sql: string, values?: SQLInputValue[]): Row | undefined;
  all<Row>(sql: string, values?: SQLInputValue[]): Row[];
  run(sql: string, values?: SQLInputValue[]): void;
  /** Runs `work` so that all of it is kept, or none. */
  transaction(work: () => void): void;
  close(): void;
}

const schema = readFileSync(new URL("schema.sql", import.meta.url), "utf8");

/** Opens (and makes, when it is new) the database; `file` omitted = in memory. */
export function openDatabase(file = ":memory:"): Database {
  const sqlite = new DatabaseSync(file);
  // A test may kill the process: with FULL an acknowledged row has reached the file.
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  sqlite.exec(schema);
  return {
    one: <Row>(sql: string, values: SQLInputValue[] = []) =>
      sqlite.prepare(sql).get(...values) as Row | undefined,
    all: <Row>(sql: string, values: SQLInputValue[] = []) =>
      sqlite.prepare(sql).all(...values) as Row[],
    run(sql, values = []) {
      sqlite.prepare(sql).run(...values);
    },
    transaction(work) {
      sqlite.exec("BEGIN IMMEDIATE");
      try {
        work();
        sqlite.exec("COMMIT");
      } catch (problem) {
        sqlite.exec("ROLLBACK");
        throw problem;
      }
    },
    close: () => sqlite.close(),
  };
}
