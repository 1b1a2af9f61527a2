import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { root } from "./run-program.ts";

/** Whether a window can be shown at all. */
export function hasDisplay(): boolean {
  return (
    process.platform !== "linux" ||
    Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
  );
}

/** Open the browser with an unpacked extension, in a profile of the project's own. */
export function openBrowser(browser: string, extension: string, page: string): ChildProcess {
  return spawn(
    browser,
    [
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      `--user-data-dir=${join(root, ".sandbox", "profile")}`,
      "--no-first-run",
      "--no-default-browser-check",
      // Chromium refuses to run as root with its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      page,
    ],
    { stdio: "ignore" },
  );
}
