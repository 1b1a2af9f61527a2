import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

const loaders: (() => Promise<void>)[] = [];

/** Wraps a component that is not part of the first frame: its code is loaded when it is first rendered, or by `loadLazyComponents`. */
export function lazyComponent<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  let started: Promise<void> | null = null;

  function start(): Promise<void> {
    started ??= load().then((part) => void (loaded.value = part));
    return started;
  }

  loaders.push(start);
  return (props) => {
    useEffect(() => void start(), []);
    const Part = loaded.value;
    return Part && <Part {...props} />;
  };
}

/** Loads the code of all lazy components, so that none has to be waited for when it is needed. */
export async function loadLazyComponents(): Promise<void> {
  let started = 0;
  // The loaded code may register further lazy components.
  while (started < loaders.length) {
    started = loaders.length;
    await Promise.all(loaders.map((start) => start()));
  }
}
