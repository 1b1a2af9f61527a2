import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Clock } from "./simulated-clock.ts";

/** What the globals of the background do while a schedule runs. */
export interface SimulatedGlobals {
  readonly clock: Clock;
  /** `setTimeout` of the background; returns a function that cancels the timer. */
  setTimer(ms: number, run: () => void): () => void;
  readonly random: () => number;
  readonly storageBuckets: object;
  /** The content of `browser.storage.local`, which outlives every background. */
  readonly localStorage: Map<string, unknown>;
  readonly alarms: object;
  isOnline(): boolean;
  fetch(url: URL, init: RequestInit): Promise<Response>;
  /** An unhandled rejection. */
  onUncaught(error: unknown): void;
}

let current: SimulatedGlobals | null = null;

/** Makes the replaced globals act for this schedule; null: as the real ones. */
export function simulateGlobals(globals: SimulatedGlobals | null): void {
  current = globals;
}

/** Replaces every global that the background uses; returns a function that restores them. */
export function replaceGlobals(): () => void {
  const restores: (() => void)[] = [];
  function replace<T extends object>(target: T, name: string, property: PropertyDescriptor): void {
    const original = Object.getOwnPropertyDescriptor(target, name);
    Object.defineProperty(target, name, { configurable: true, ...property });
    restores.push(() => {
      if (original) Object.defineProperty(target, name, original);
      else Reflect.deleteProperty(target, name);
    });
  }
  const replaceValue = <T extends object>(target: T, name: string, value: unknown): void =>
    replace(target, name, { value, writable: true });
  const real = {
    now: Date.now,
    random: Math.random,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setImmediate: globalThis.setImmediate,
    warn: console.warn,
    structuredClone: globalThis.structuredClone,
    randomUUID: crypto.randomUUID.bind(crypto),
    getRandomValues: crypto.getRandomValues.bind(crypto),
  };
  const timerCancels = new WeakMap<object, () => void>();

  replaceValue(Date, "now", () => current?.clock.now() ?? real.now());
  replaceValue(Math, "random", () => current?.random() ?? real.random());
  replaceValue(globalThis, "setTimeout", (run: () => void, ms = 0, ...rest: unknown[]) => {
    if (!current) return real.setTimeout(run, ms, ...rest);
    const timer = {};
    timerCancels.set(timer, current.setTimer(ms, run));
    return timer;
  });
  replaceValue(globalThis, "clearTimeout", (timer?: NodeJS.Timeout) => {
    const cancel = typeof timer === "object" && timer ? timerCancels.get(timer) : undefined;
    if (cancel) cancel();
    else real.clearTimeout(timer);
  });
  // fake-indexeddb runs its transactions with setImmediate.
  replaceValue(globalThis, "setImmediate", (run: () => void) =>
    current ? current.clock.runTask(run) : real.setImmediate(run),
  );
  replaceValue(globalThis, "fetch", (url: URL, init: RequestInit) =>
    current ? current.fetch(url, init) : Promise.reject(new Error("no schedule runs")),
  );
  // The simulated network needs only the timeout of a signal.
  replaceValue(AbortSignal, "timeout", (ms: number) => ({ timeout: ms }));
  replaceValue(globalThis, "BroadcastChannel", SilentChannel);
  replaceValue(console, "warn", (...values: unknown[]) =>
    current ? undefined : real.warn(...values),
  );
  replaceValue(crypto, "randomUUID", () =>
    current ? createUuid(current.random) : real.randomUUID(),
  );
  replaceValue(crypto, "getRandomValues", (bytes: Uint8Array<ArrayBuffer>) => {
    if (!current) return real.getRandomValues(bytes);
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = Math.floor(current.random() * 256);
    return bytes;
  });
  // Makes schedules a third faster: Node's own function serializes each row.
  replaceValue(
    globalThis,
    "structuredClone",
    (value: unknown, ...rest: [StructuredSerializeOptions?]) =>
      current ? cloneJson(value) : real.structuredClone(value, ...rest),
  );
  replace(navigator, "onLine", { get: () => current?.isOnline() ?? true });
  replace(navigator, "storageBuckets", { get: () => current?.storageBuckets });
  replaceValue(
    fakeBrowser.permissions,
    "contains",
    async (asked: { permissions?: string[] }) => asked.permissions === undefined,
  );
  replace(fakeBrowser, "alarms", { get: () => current?.alarms });
  replaceValue(fakeBrowser.storage.local, "get", async (name: string) => ({
    [name]: current?.localStorage.get(name),
  }));
  replaceValue(fakeBrowser.storage.local, "set", async (values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values)) current?.localStorage.set(name, value);
  });

  const event = "unhandledRejection";
  const listeners = process.listeners(event);
  process.removeAllListeners(event);
  process.on(event, (error: unknown, promise: Promise<unknown>) => {
    if (current) current.onUncaught(error);
    else for (const listener of listeners) listener(error, promise);
  });
  restores.push(() => {
    process.removeAllListeners(event);
    for (const listener of listeners) process.on(event, listener);
  });
  return () => {
    for (const restore of restores.toReversed()) restore();
  };
}

/** Copies a row. Throws if it holds anything that JSON cannot express, which would be a bug. */
function cloneJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cloneJson);
  if (typeof value === "function")
    throw new DOMException("a function was stored", "DataCloneError");
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new DOMException("something was stored that is no plain object", "DataCloneError");
  }
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = cloneJson(inner);
  return copy;
}

/** Schedules have no page that listens to broadcasts. */
class SilentChannel {
  postMessage(): void {}
  close(): void {}
}

function createUuid(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
