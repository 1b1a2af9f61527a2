// @vitest-environment node
import { expect, it, vi } from "vitest";
import { batch, computed, effect, signal, untracked } from "./signal.ts";

it("runs an effect again for what it read, and for nothing else", () => {
  const read = signal(1);
  const other = signal(1);
  const run = vi.fn(() => void [read.value, untracked(() => other.value), other.peek()]);
  effect(run);
  read.value = 2;
  read.value = 2;
  other.value = 2;
  expect(run).toHaveBeenCalledTimes(2);
});

it("reads afresh what an effect depends on", () => {
  const which = signal(true);
  const a = signal("a");
  const b = signal("b");
  const seen: string[] = [];
  effect(() => void seen.push(which.value ? a.value : b.value));
  which.value = false;
  a.value = "not read any more";
  b.value = "c";
  expect(seen).toEqual(["a", "b", "c"]);
});

it("shows a batch as one change, through computed values too", () => {
  const a = signal(1);
  const sum = computed(() => a.value + b.value);
  const b = signal(1);
  const seen: number[] = [];
  effect(() => void seen.push(sum.value));
  batch(() => {
    a.value = 2;
    b.value = 2;
  });
  expect(seen).toEqual([2, 4]);
  expect(sum.peek()).toBe(4);
});

it("follows effects that change values to the end", () => {
  const a = signal(0);
  const b = signal(0);
  effect(() => void (b.value = a.value * 2));
  effect(() => void (a.value < 3 && (a.value += 1)));
  expect([a.peek(), b.peek()]).toEqual([3, 6]);
});

it("undoes before each new run and at the end, then stays silent", () => {
  const a = signal(0);
  const undo = vi.fn();
  const run = vi.fn();
  const stop = effect(() => {
    run(a.value);
    return undo;
  });
  a.value = 1;
  expect(undo).toHaveBeenCalledTimes(1);
  stop();
  a.value = 2;
  expect(undo).toHaveBeenCalledTimes(2);
  expect(run).toHaveBeenCalledTimes(2);
});

it("works on after an effect has thrown", () => {
  const a = signal(0);
  effect(() => {
    if (a.value === 1) throw new Error("bug");
  });
  const run = vi.fn(() => void a.value);
  effect(run);
  expect(() => (a.value = 1)).toThrow("bug");
  a.value = 2;
  expect(run).toHaveBeenLastCalledWith();
  expect(run.mock.calls.length).toBeGreaterThan(1);
});
