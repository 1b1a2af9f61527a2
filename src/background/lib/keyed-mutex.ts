const last = new Map<string, Promise<unknown>>();

/**
 * Runs `work` once all earlier work under the same name has ended, whether it resolved or rejected. Must not be
 * awaited from within work under the same name, as it would wait for itself.
 *
 * This is what `navigator.locks` does, too. The map is kept because only the background takes these locks, because it
 * dies with the worker just as they are released with it, and because Node 22, where the tests and the simulated
 * schedules run, has no Web Locks: they would test a stand-in of the same length instead of what is shipped.
 */
export function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const current = before.then(work, work);
  last.set(name, current);
  const forget = (): void => {
    if (last.get(name) === current) last.delete(name);
  };
  void current.then(forget, forget);
  return current;
}
