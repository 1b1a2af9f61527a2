import "fake-indexeddb/auto";
import { afterAll, beforeAll } from "vitest";
import { delays, realDelays } from "../../src/background/timing/delays.ts";
import { buildSettings } from "../../src/model/build-settings.ts";
import { createService, ORIGIN } from "./sandbox-in-memory.ts";
import type { Service } from "./sandbox-in-memory.ts";
import { installSurroundings } from "./browser-globals.ts";

/** For a whole test file: the services, and a background at its real pace, as time costs nothing here. */
export function setUp(): () => Service {
  let service: Service;
  let restore: (() => void) | undefined;
  beforeAll(() => {
    (buildSettings.origins as string[]).push(ORIGIN);
    Object.assign(delays, realDelays);
    service = createService();
    restore = installSurroundings();
  });
  afterAll(() => restore?.());
  return () => service;
}
