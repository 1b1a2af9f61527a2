import { delimiter } from "node:path";
import { buildExtension, buildPlayer } from "./build.ts";
import { findFreePort } from "./find-free-port.ts";
import { requireBrowser, requireProgram } from "./find-programs.ts";
import { runProgram } from "./run-program.ts";
import { createSandboxSettings } from "./sandbox-settings.ts";

/*
 * The one way to start each kind of test, for `npm test` and for `npm run test:unit`, `test:player` and `test:e2e`. Each
 * gives the exit code; `report` is the path of a JSON report to write.
 */

/** The engines that the player's tests know. */
export const engines = ["chromium", "firefox", "webkit"] as const;

export type Engine = (typeof engines)[number];

/** Programs besides Node that the tests of the player in one engine need, each with its Debian packages. */
const enginePrograms: Readonly<Record<Engine, () => void>> = {
  chromium: () => void requireBrowser(),
  firefox: () => requireProgram("firefox-esr"),
  webkit: () =>
    requireProgram("WebKitWebDriver", [
      "webkit2gtk-driver",
      ...["base", "good", "bad"].map((name) => `gstreamer1.0-plugins-${name}`),
      "gstreamer1.0-libav",
      "gstreamer1.0-pulseaudio",
    ]),
};

/** Checks or installs what tests need; throws with a sentence that says what to install. */
export function requireTestPrograms(wanted: readonly Engine[]): void {
  // Decodes the sandbox's music, to check that it sounds as its catalogue says.
  requireProgram("ffmpeg");
  for (const engine of wanted) enginePrograms[engine]();
  // What the player plays is recorded.
  requireProgram("Xvfb", ["xvfb"]);
  requireProgram("pulseaudio", ["pulseaudio", "pulseaudio-utils"]);
}

const vitestReport = (report?: string): string[] =>
  report ? ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`] : [];

/** Unit and whole-set tests; `args` are Vitest's, for example a path. */
export function runUnitTests(args: readonly string[], report?: string): number {
  return runProgram("vitest", ["run", ...args, ...vitestReport(report)]);
}

/** Tests of the built player in real browsers; `args` are Vitest's. */
export function runPlayerTests(
  wanted: readonly Engine[],
  args: readonly string[],
  report?: string,
): number {
  const config = ["--config", "test/player/vitest.config.ts"];
  return runProgram("vitest", ["run", ...config, ...args, ...vitestReport(report)], {
    EARMARK_PLAYER_BROWSERS: wanted.join(" "),
  });
}

/**
 * Builds the extension for tests, then drives it in `workers` browsers beside each other, each with a sandbox of its own;
 * `args` are Playwright's, for example a part of a file's name.
 */
export async function runEndToEndTests(
  workers: number,
  args: readonly string[],
  report?: string,
): Promise<number> {
  const browser = requireBrowser();
  const playerIntegrity = buildPlayer();
  const ports: number[] = [];
  for (let worker = 0; worker < workers; worker += 1) ports.push(await findFreePort());
  const folders = ports.map((port, worker) =>
    buildExtension({
      browser: "chrome",
      ...createSandboxSettings(`http://127.0.0.1:${port}`),
      playerIntegrity,
      testing: true,
      out: `.output/test-${worker}`,
    }),
  );
  return runProgram("playwright", ["test", "-c", "test/e2e/playwright.config.ts", ...args], {
    EARMARK_BROWSER: browser,
    EARMARK_TEST_PORT: ports.join(delimiter),
    EARMARK_TEST_EXTENSION: folders.join(delimiter),
    EARMARK_TEST_REPORT: report,
  });
}
