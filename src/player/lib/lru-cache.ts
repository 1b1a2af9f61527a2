/** A cache with a limit in bytes that evicts the least recently used entries first. */
export interface LruCache<T> {
  /** Counts as use. */
  get(key: string): T | undefined;
  /** Does not count as use. */
  has(key: string): boolean;
  set(key: string, value: T, bytes: number): void;
}

/**
 * Holds at most `limit` bytes, except that the most recently used entry of each group is never evicted. The group is the
 * part of a key before the first slash: here a stem. Nothing can be played unless all stems are here at once, and some
 * formats can only be decoded whole.
 */
export function createLruCache<T>(limit: number): LruCache<T> {
  const entries = new Map<string, { value: T; bytes: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get(key) {
      const found = entries.get(key);
      // A Map iterates in the order of insertion, so what is used is inserted again at the end.
      if (found) {
        entries.delete(key);
        entries.set(key, found);
      }
      return found?.value;
    },
    has: (key) => entries.has(key),
    set(key, value, bytes) {
      remove(key);
      entries.set(key, { value, bytes });
      total += bytes;
      if (total <= limit) return;
      const newest = new Map([...entries.keys()].map((each) => [groupOf(each), each]));
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        if (newest.get(groupOf(oldest)) !== oldest) remove(oldest);
      }
    },
  };
}

const groupOf = (key: string): string => key.replace(/\/.*/, "");
