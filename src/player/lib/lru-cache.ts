/** Things kept until there are too many bytes of them; the longest unused go first. */
export interface Keep<T> {
  /** Looking at it counts as use. */
  get(key: string): T | undefined;
  has(key: string): boolean;
  put(key: string, value: T, bytes: number): void;
}

/**
 * Keeps at most `most` bytes; but always what was put or used last of each stem (what stands before the first slash of a key),
 * for nothing sounds unless all stems are here at once, and some kinds are only decoded whole.
 */
export function createKeep<T>(most: number): Keep<T> {
  const kept = new Map<string, { value: T; bytes: number }>();
  let total = 0;
  const remove = (key: string): void => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get(key) {
      const found = kept.get(key);
      // A Map is in the order of insertion: what is used goes to the end.
      if (found) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found?.value;
    },
    has: (key) => kept.has(key),
    put(key, value, bytes) {
      remove(key);
      kept.set(key, { value, bytes });
      total += bytes;
      if (total <= most) return;
      const last = new Map([...kept.keys()].map((each) => [stemOf(each), each]));
      for (const oldest of kept.keys()) {
        if (total <= most) break;
        if (last.get(stemOf(oldest)) !== oldest) remove(oldest);
      }
    },
  };
}

const stemOf = (key: string): string => key.replace(/\/.*/, "");
