// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startAudioContext } from "./audio-context.ts";

/** Milliseconds that the audio device takes to start. */
let startsAfter = 0;

class SlowContext extends EventTarget {
  state = "suspended";
  readonly sampleRate: number;
  constructor({ sampleRate = 48_000 }: { sampleRate?: number } = {}) {
    super();
    this.sampleRate = sampleRate;
  }
  resume(): Promise<void> {
    return new Promise((done) =>
      setTimeout(() => {
        this.state = "running";
        done();
      }, startsAfter),
    );
  }
  async close(): Promise<void> {
    this.state = "closed";
  }
}

function activation(hasBeenActive: boolean): void {
  vi.stubGlobal("navigator", { userActivation: { hasBeenActive } });
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("AudioContext", SlowContext);
});
afterEach(async () => {
  // Removes the context of the last test from the document.
  for (const name of Object.getOwnPropertySymbols(document)) Reflect.deleteProperty(document, name);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function start(rate: number): Promise<AudioContext | null> {
  const starting = startAudioContext(rate);
  await vi.runAllTimersAsync();
  return starting;
}

test("waits three seconds for a slow device after a user gesture", async () => {
  activation(true);
  startsAfter = 3000;
  expect((await start(0))?.state).toBe("running");
});

test("replaces the context of the gesture by one at the rate of the audio", async () => {
  activation(true);
  startsAfter = 10;
  expect((await start(44_100))?.sampleRate).toBe(44_100);
});

test("waits at most a second without a user gesture", async () => {
  activation(false);
  startsAfter = 3000;
  expect(await start(0)).toBeNull();
});

test("stops waiting after a user gesture too", async () => {
  activation(true);
  startsAfter = 1_000_000;
  expect(await start(0)).toBeNull();
});
