import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

const waiting: (() => Promise<void>)[] = [];

/** A part that nobody sees in the first frame: its code is not read before that. */
export function lazyComponent<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  let started: Promise<void> | null = null;

  function start(): Promise<void> {
    started ??= load().then((part) => void (loaded.value = part));
    return started;
  }

  waiting.push(start);
  return (props) => {
    useEffect(() => void start(), []);
    const Part = loaded.value;
    return Part && <Part {...props} />;
  };
}

/** Loads every such part, so that none is waited for when it is wanted. */
export async function loadLazyComponents(): Promise<void> {
  let started = 0;
  // Each may bring others.
  while (started < waiting.length) {
    started = waiting.length;
    await Promise.all(waiting.map((start) => start()));
  }
}
