import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const text = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");

const listed = fileURLToPath(new URL("peers/", import.meta.url));

/**
 * Installs the other players into `folder`, unless exactly they are there: the versions of `peers/package-lock.json`, and
 * none of their install scripts. Not beside the lock: whatever is below `test/` is read as ours.
 */
export function installPeers(folder: string): void {
  const lock = "package-lock.json";
  const done = join(folder, "node_modules", ".package-lock.json");
  if (existsSync(done) && text(join(folder, lock)) === text(join(listed, lock))) return;
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", lock]) copyFileSync(join(listed, name), join(folder, name));
  console.log("Installing the other players …");
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", ["ci", ...flags], { cwd: folder, stdio: "inherit" });
  if (status !== 0)
    throw new Error("npm ci could not install the other players: see above, and run it again.");
}
