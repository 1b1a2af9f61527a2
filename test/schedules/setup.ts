import "fake-indexeddb/auto";
import { afterAll, beforeAll } from "vitest";
import { delays, realDelays } from "../../src/background/timing/delays.ts";
import { buildSettings } from "../../src/model/build-settings.ts";
import { replaceGlobals } from "./browser-globals.ts";
import { createInMemorySandbox, ORIGIN } from "./sandbox-in-memory.ts";
import type { InMemorySandbox } from "./sandbox-in-memory.ts";

/** Sets up a test file: the sandbox, the replaced globals, and real delays, because simulated time is free. */
export function useSimulation(): () => InMemorySandbox {
  let sandbox: InMemorySandbox;
  let restoreGlobals: (() => void) | undefined;
  beforeAll(() => {
    (buildSettings.origins as string[]).push(ORIGIN);
    Object.assign(delays, realDelays);
    sandbox = createInMemorySandbox();
    restoreGlobals = replaceGlobals();
  });
  afterAll(() => restoreGlobals?.());
  return () => sandbox;
}
