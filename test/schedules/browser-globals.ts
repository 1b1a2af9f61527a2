import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Clock } from "./simulated-clock.ts";

/** What a background finds around it, as long as one schedule runs. */
export interface Surroundings {
  readonly clock: Clock;
  /** A timer of the background's; the answer takes it back. */
  timer(ms: number, run: () => void): () => void;
  readonly dice: () => number;
  readonly buckets: object;
  /** What `storage.local` holds: it outlives every background. */
  readonly local: Map<string, unknown>;
  readonly browserAlarms: object;
  isOnline(): boolean;
  fetch(url: URL, init: RequestInit): Promise<Response>;
  /** Something threw that nobody caught. */
  onUncaught(error: unknown): void;
}

let current: Surroundings | null = null;

/** From now on everything global belongs to this schedule; null gives it back. */
export function surround(by: Surroundings | null): void {
  current = by;
}

/** Puts itself between the background and everything global; the answer takes that back. */
export function installSurroundings(): () => void {
  const undo: (() => void)[] = [];
  function put<T extends object>(on: T, name: string, value: PropertyDescriptor): void {
    const before = Object.getOwnPropertyDescriptor(on, name);
    Object.defineProperty(on, name, { configurable: true, ...value });
    undo.push(() => {
      if (before) Object.defineProperty(on, name, before);
      else Reflect.deleteProperty(on, name);
    });
  }
  const call = <T extends object>(on: T, name: string, value: unknown): void =>
    put(on, name, { value, writable: true });
  const real = {
    now: Date.now,
    random: Math.random,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setImmediate: globalThis.setImmediate,
    warn: console.warn,
    clone: globalThis.structuredClone,
    uuid: crypto.randomUUID.bind(crypto),
    values: crypto.getRandomValues.bind(crypto),
  };
  const cancels = new WeakMap<object, () => void>();

  call(Date, "now", () => current?.clock.now() ?? real.now());
  call(Math, "random", () => current?.dice() ?? real.random());
  call(globalThis, "setTimeout", (run: () => void, ms = 0, ...rest: unknown[]) => {
    if (!current) return real.setTimeout(run, ms, ...rest);
    const timer = {};
    cancels.set(timer, current.timer(ms, run));
    return timer;
  });
  call(globalThis, "clearTimeout", (timer?: NodeJS.Timeout) => {
    const cancel = typeof timer === "object" && timer ? cancels.get(timer) : undefined;
    if (cancel) cancel();
    else real.clearTimeout(timer);
  });
  // fake-indexeddb runs in these.
  call(globalThis, "setImmediate", (run: () => void) =>
    current ? current.clock.task(run) : real.setImmediate(run),
  );
  call(globalThis, "fetch", (url: URL, init: RequestInit) =>
    current ? current.fetch(url, init) : Promise.reject(new Error("no schedule runs")),
  );
  // Its deadline is all that the network must know.
  call(AbortSignal, "timeout", (ms: number) => ({ deadline: ms }));
  call(globalThis, "BroadcastChannel", Silent);
  call(console, "warn", (...words: unknown[]) => (current ? undefined : real.warn(...words)));
  call(crypto, "randomUUID", () => (current ? uuid(current.dice) : real.uuid()));
  call(crypto, "getRandomValues", (into: Uint8Array<ArrayBuffer>) => {
    if (!current) return real.values(into);
    for (let at = 0; at < into.length; at += 1) into[at] = Math.floor(current.dice() * 256);
    return into;
  });
  // A third faster: Node's own makes a message of each row.
  call(globalThis, "structuredClone", (value: unknown, ...rest: [StructuredSerializeOptions?]) =>
    current ? copyOf(value) : real.clone(value, ...rest),
  );
  put(navigator, "onLine", { get: () => current?.isOnline() ?? true });
  put(navigator, "storageBuckets", { get: () => current?.buckets });
  call(
    fakeBrowser.permissions,
    "contains",
    async (asked: { permissions?: string[] }) => asked.permissions === undefined,
  );
  put(fakeBrowser, "alarms", { get: () => current?.browserAlarms });
  call(fakeBrowser.storage.local, "get", async (name: string) => ({
    [name]: current?.local.get(name),
  }));
  call(fakeBrowser.storage.local, "set", async (values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values)) current?.local.set(name, value);
  });

  const event = "unhandledRejection";
  const listeners = process.listeners(event);
  process.removeAllListeners(event);
  process.on(event, (error: unknown, promise: Promise<unknown>) => {
    if (current) current.onUncaught(error);
    else for (const listen of listeners) listen(error, promise);
  });
  undo.push(() => {
    process.removeAllListeners(event);
    for (const listen of listeners) process.on(event, listen);
  });
  return () => {
    for (const each of undo.toReversed()) each();
  };
}

/** A copy of a row, which holds nothing but what JSON knows; anything else is a mistake and throws. */
function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value === "function")
    throw new DOMException("a function was stored", "DataCloneError");
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) {
    throw new DOMException("something was stored that is no plain object", "DataCloneError");
  }
  const copy: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) copy[name] = copyOf(inner);
  return copy;
}

/** Nobody listens to what is announced. */
class Silent {
  postMessage(): void {}
  close(): void {}
}

function uuid(dice: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(dice() * 16).toString(16)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
