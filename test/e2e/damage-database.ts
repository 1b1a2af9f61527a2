import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** What can become of the files of one of the two copies while the browser is closed. */
export const damages = {
  "log cut off": (folder) => {
    for (const file of filesIn(folder, /\.log$/)) {
      truncateSync(file, Math.floor(statSync(file).size / 3));
    }
  },
  "bytes flipped": (folder) => {
    for (const file of filesIn(folder, /\.(log|ldb)$/)) {
      const bytes = readFileSync(file);
      for (let at = 0; at < bytes.length; at += 50) bytes[at] = (bytes[at] ?? 0) ^ 255;
      writeFileSync(file, bytes);
    }
  },
  "all files garbage": (folder) => {
    for (const file of filesIn(folder, /./)) writeFileSync(file, "garbage".repeat(50));
  },
  "manifest removed": (folder) => {
    for (const file of filesIn(folder, /^MANIFEST/)) rmSync(file);
  },
  "folder removed": (folder) => rmSync(folder, { recursive: true }),
} as const satisfies Record<string, (folder: string) => void>;

export type Damage = keyof typeof damages;

function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => join(folder, file));
}

/**
 * Where Chromium keeps a storage bucket's databases in a closed profile: in a folder with the bucket's
 * number, which its quota database knows by name.
 */
export function findDatabaseFolder(profile: string, bucket: "main" | "copy"): string {
  const storage = join(profile, "Default", "WebStorage");
  const quota = new DatabaseSync(join(storage, "QuotaManager"), { readOnly: true });
  const row = quota.prepare("SELECT id FROM buckets WHERE name = ?").get(bucket);
  quota.close();
  if (!row) throw new Error(`No bucket "${bucket}" in ${storage}.`);
  return join(storage, String(row["id"]), "IndexedDB", "indexeddb.leveldb");
}
