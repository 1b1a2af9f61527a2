import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import type { BrowserContext, Worker } from "@playwright/test";
import { findBrowser } from "../../scripts/find-programs.ts";
import { extensionId, seedPermissions } from "./permissions.ts";
import type { Permissions } from "./permissions.ts";
import { getExtensionFolder } from "./playwright-worker-env.ts";

/** A running browser with the extension in it. */
export interface Browser {
  readonly context: BrowserContext;
  readonly id: string;
  readonly profile: string;
  /** The worker as it was at launch: after a stop, talk to an extension page instead. */
  readonly worker: Worker;
  /** Address of a page of the extension. */
  url(path: string): string;
  close(): Promise<void>;
}

/** What a launch may vary. */
export interface LaunchOptions {
  /** Folder of the built extension; the test build when absent. */
  readonly extension?: string;
  /** What `permissions.request` will grant without a dialog; nothing when absent. */
  readonly grants?: Permissions;
  readonly headless?: boolean;
  /** A profile of an earlier launch, which stays after closing; a fresh one when absent. */
  readonly profile?: string;
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Lets `Extensions.triggerAction` press the toolbar button.
  "--enable-unsafe-extension-debugging",
  // A second door beside Playwright's pipe: the popup is only visible to a connection made after it opened.
  "--remote-debugging-port=0",
];

/** Start the browser in a profile of its own with one extension, and wait for its worker. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const extension = resolve(options.extension ?? getExtensionFolder());
  if (!existsSync(join(extension, "manifest.json")))
    throw new Error(`No built extension in ${extension}: run "npm test", which builds it.`);
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("No Chromium found: set EARMARK_BROWSER.");
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "earmark-"));
  if (options.grants) seedPermissions(profile, extension, options.grants);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.headless ?? true,
    timeout: 20_000,
    args: [...args, `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  const close = async (): Promise<void> => {
    await context.close();
    if (!options.profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const id = extensionId(extension);
    const worker = await workerOf(context, id);
    return {
      context,
      id,
      profile,
      worker,
      url: (path) => `chrome-extension://${id}/${path}`,
      close,
    };
  } catch (failure) {
    await close();
    throw failure;
  }
}

async function workerOf(context: BrowserContext, id: string): Promise<Worker> {
  const ours = (worker: Worker): boolean => new URL(worker.url()).host === id;
  const found = context.serviceWorkers().find(ours);
  if (found) return found;
  try {
    return await context.waitForEvent("serviceworker", { predicate: ours, timeout: 10_000 });
  } catch (cause) {
    throw new Error(
      `The worker of extension ${id} did not start in 10 s: its manifest or background script was refused.`,
      { cause },
    );
  }
}
