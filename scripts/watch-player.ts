import { once } from "node:events";
import { existsSync, readdirSync, watch } from "node:fs";
import type { FSWatcher } from "node:fs";
import { join } from "node:path";
import { playerBuilds } from "./build.ts";
import { publishPlayer } from "./publish-player.ts";
import { startProgram, root } from "./run-program.ts";

/** Folders that the player's files are built from. */
const sources = ["src/player", "src/shared", "types"];
/** Milliseconds of quiet after a change before a build begins, because editors write one file several times. */
const QUIET_MS = 100;

/**
 * Rebuilds `.output/widget/` after each change of the player's sources, one build at a time. A build that fails prints its
 * error, leaves the last good files, and the next change builds again. Gives the function that ends it.
 */
export function watchPlayer(): () => void {
  const stopped = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let building: Promise<void> | undefined;
  let changed = false;

  async function rebuild(): Promise<void> {
    const started = Date.now();
    try {
      for (const args of playerBuilds) {
        const child = startProgram("vite", args);
        stopped.signal.addEventListener("abort", () => child.kill(), { once: true });
        const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
        // Ctrl-C reaches the build before it reaches us.
        if (stopped.signal.aborted || signal === "SIGINT") return;
        if (code !== 0) throw new Error(`vite ${args.join(" ")} ended with ${code}.`);
      }
      publishPlayer(join(root, ".output", "widget"));
      console.log(`The player was rebuilt in ${Date.now() - started} ms: reload the page.`);
    } catch (error) {
      console.error("The player was not rebuilt; the pages keep the last one.", error);
    }
  }

  async function rebuildUntilCurrent(): Promise<void> {
    while (changed && !stopped.signal.aborted) {
      changed = false;
      await rebuild();
    }
    building = undefined;
  }

  // One watcher for each folder: on Linux a recursive one loses every file that an editor or git replaces by a new one.
  const watchers = new Map<string, FSWatcher>();
  function watchFolders(): void {
    for (const folder of sources.flatMap(foldersUnder))
      if (!watchers.has(folder)) watchers.set(folder, watch(folder, onChange));
    for (const [folder, watcher] of watchers)
      if (!existsSync(folder)) {
        watcher.close();
        watchers.delete(folder);
      }
  }
  function onChange(_event: string, name: string | null): void {
    if (name?.includes(".test.")) return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      watchFolders();
      building ??= rebuildUntilCurrent();
    }, QUIET_MS);
  }
  watchFolders();

  return () => {
    clearTimeout(timer);
    stopped.abort();
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** The full paths of a folder of the project and of all folders in it. */
function foldersUnder(folder: string): string[] {
  const inside = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return [join(root, folder), ...inside];
}
