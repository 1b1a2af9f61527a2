const last = new Map<string, Promise<unknown>>();

/** Runs works of the same name one after the other. There is one background, so one map will do. */
export function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(name) ?? Promise.resolve();
  const mine = before.then(work, work);
  last.set(name, mine);
  const forget = (): void => {
    if (last.get(name) === mine) last.delete(name);
  };
  void mine.then(forget, forget);
  return mine;
}
