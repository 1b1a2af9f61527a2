// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runningContext } from "./context-lifecycle.ts";

/** A device that takes its time: what a browser's context does while the sound card wakes up. */
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
  // Each test has a page of its own: nothing of the last one's context is left to it.
  for (const name of Object.getOwnPropertySymbols(document)) Reflect.deleteProperty(document, name);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function wake(rate: number): Promise<AudioContext | null> {
  const waking = runningContext(rate);
  await vi.runAllTimersAsync();
  return waking;
}

test("after a press, a device that needs three seconds is waited for", async () => {
  activation(true);
  startsAfter = 3000;
  expect((await wake(0))?.state).toBe("running");
});

test("a press before the rate is known leaves one context, at the rate of the sound", async () => {
  activation(true);
  startsAfter = 10;
  expect((await wake(44_100))?.sampleRate).toBe(44_100);
});

test("without a press nothing is waited for longer than a second", async () => {
  activation(false);
  startsAfter = 3000;
  expect(await wake(0)).toBeNull();
});

test("a press does not wait for ever", async () => {
  activation(true);
  startsAfter = 1_000_000;
  expect(await wake(0)).toBeNull();
});
