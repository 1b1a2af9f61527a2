import { chromium } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { requireBrowser } from "../../scripts/find-programs.ts";
import type { Send } from "./raw-session.ts";

/** Starts a Chromium that reaches nothing but this machine. Its sound goes nowhere, but is rendered. */
export function launch(): Promise<Browser> {
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Whatever a player would like to fetch from elsewhere is not found, at once.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
  ];
  return chromium.launch({ executablePath: requireBrowser(), headless: true, args });
}

/** Seconds that the page's main thread has worked since it was watched, by what at. */
export interface ProcessorWork {
  readonly script: number;
  readonly task: number;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/Performance/#method-getMetrics */
export async function readWork(send: Send): Promise<ProcessorWork> {
  const { metrics } = await send("Performance.getMetrics");
  const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0;
  return { script: of("ScriptDuration"), task: of("TaskDuration") };
}
