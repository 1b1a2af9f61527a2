import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { measureSizes, findOverBudget, formatSizes } from "./build-sizes.ts";
import { formatPlayerHashes, publishPlayer } from "./publish-player.ts";
import { runOrThrow, root } from "./run-program.ts";
import type { Environment } from "./run-program.ts";

/** What a build may vary; src/model/build-settings.ts says what each is for. */
export interface BuildOptions {
  readonly browser: "chrome" | "firefox";
  readonly origins?: readonly string[];
  readonly playerUrl?: string;
  readonly playerIntegrity?: string;
  readonly demoAccounts?: readonly object[];
  /** In a hurry, and able to stand still at its failpoints: for tests only. */
  readonly testing?: boolean;
  /** Folder that gets `chrome-mv3/` or `firefox-mv3/`. */
  readonly out?: string;
}

/** Vite's arguments for the player, and then for its listening page, which contains the built player. */
export const playerBuilds: readonly (readonly string[])[] = ["src/player", "src/player/listen"].map(
  (folder) => ["build", "--config", `${folder}/vite.config.ts`, "--logLevel", "warn"],
);

/** Build the player into `.output/widget/`, and its listening page; gives its subresource-integrity hash. */
export function buildPlayer(): string {
  for (const args of playerBuilds) runOrThrow("vite", args);
  return publishPlayer(join(root, ".output", "widget"));
}

/** Build the extension for one browser; gives the folder to load. */
export function buildExtension(options: BuildOptions): string {
  const out = options.out ?? ".output";
  runOrThrow("wxt", ["build", "-b", options.browser, "--mv3"], {
    ...createBuildEnvironment(options),
    EARMARK_OUT: out,
  });
  const folder = join(root, out, `${options.browser}-mv3`);
  if (!existsSync(join(folder, "manifest.json")))
    throw new Error(`The build left no manifest in ${folder}.`);
  return folder;
}

/** The settings as the variables that wxt.config.ts reads; what is not set here keeps the caller's own. */
export function createBuildEnvironment(
  options: Omit<BuildOptions, "browser" | "out">,
): Environment {
  const { origins, playerUrl, playerIntegrity, demoAccounts, testing } = options;
  return {
    ...(origins && { EARMARK_ORIGINS: origins.join(" ") }),
    ...(playerUrl && { EARMARK_PLAYER_URL: playerUrl }),
    ...(playerIntegrity && { EARMARK_PLAYER_INTEGRITY: playerIntegrity }),
    ...(demoAccounts && { EARMARK_DEMO_ACCOUNTS: JSON.stringify(demoAccounts) }),
    EARMARK_TESTING: testing ? "1" : "",
  };
}

/** `npm run build`: the player and both extensions, then what they weigh. */
export function buildAll(): void {
  const playerIntegrity = buildPlayer();
  buildExtension({ browser: "chrome", playerIntegrity });
  buildExtension({ browser: "firefox", playerIntegrity });
  const sizes = measureSizes(join(root, ".output"));
  console.log(`\n${formatSizes(sizes)}\n\n${formatPlayerHashes(join(root, ".output", "widget"))}`);
  const heavy = sizes.flatMap(findOverBudget);
  if (heavy.length > 0) throw new Error(`Over budget: ${heavy.join("; ")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) buildAll();
