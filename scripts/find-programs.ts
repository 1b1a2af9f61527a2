import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/* Branded Chrome (137 and later) ignores --load-extension, so it comes after every other browser. */
const programs = [
  "chromium",
  "chromium-browser",
  "brave-browser",
  "microsoft-edge",
  "microsoft-edge-stable",
];
const apps = ["Chromium", "Brave Browser", "Microsoft Edge"];
const branded = ["google-chrome-stable", "google-chrome"];

/** Path of a browser that can load an unpacked extension, or undefined. EARMARK_BROWSER wins. */
export function findBrowser(): string | undefined {
  const chosen = process.env["EARMARK_BROWSER"];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`EARMARK_BROWSER is ${chosen}, and no file is there.`);
  }
  return (
    findOnPath(programs) ??
    apps.map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`).find(existsSync)
  );
}

/** Like {@link findBrowser}, but installs Chromium on Debian and Ubuntu as root; elsewhere throws an error that says what to install. */
export function requireBrowser(): string {
  const found = findBrowser();
  if (found) return found;
  if (installPackages(["chromium"])) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  const chrome = findOnPath(branded) || existsSync("/Applications/Google Chrome.app");
  const reason = chrome
    ? "Google Chrome is here, but it no longer loads unpacked extensions by command line. "
    : "";
  const cure =
    process.platform === "darwin"
      ? "brew install --cask chromium"
      : "sudo apt-get install chromium (Debian) or sudo snap install chromium (Ubuntu)";
  throw new Error(
    `${reason}Earmark needs Chromium, Edge or Brave. Run: ${cure}, or set EARMARK_BROWSER to the program's path.`,
  );
}

/** Makes sure that a program for tests is installed, in the same way. `packages`: the Debian packages that it needs, if not the one of its name. */
export function requireProgram(name: string, packages: readonly string[] = [name]): void {
  if (findOnPath([name]) || (installPackages(packages) && findOnPath([name]))) return;
  const all = packages.join(" ");
  const cure =
    process.platform === "darwin" ? `brew install ${all}` : `sudo apt-get install ${all}`;
  throw new Error(`The tests need ${name}. Run: ${cure}`);
}

/** Install packages with apt-get if this is Debian's family and we are root; false when that is not so, or it failed. */
export function installPackages(names: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !findOnPath(["apt-get"])) return false;
  console.log(`Installing ${names.join(", ")} with apt-get …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const lock = ["-o", "DPkg::Lock::Timeout=300"];
  const steps = [["update"], ["install", "-y", "--no-install-recommends", ...names]];
  return steps.every(
    (step) =>
      spawnSync("apt-get", ["-q", ...lock, ...step], { stdio: "inherit", env }).status === 0,
  );
}

/** First of these programs that PATH has, as a full path. */
export function findOnPath(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
