/** Files beside the player's script, by name: their subresource-integrity hashes, known when the player is built. */
declare const __EARMARK_MORE__: Readonly<Record<string, string>> | undefined;

const hashes = typeof __EARMARK_MORE__ === "undefined" ? {} : __EARMARK_MORE__;
const offers = new Map<string, unknown>();
const loading = new Map<string, Promise<unknown>>();
let given: object = {};

/** What the later files get of this one; each of them reads it off its own script element, so two players never mix. */
export function handOver(parts: object): void {
  given = parts;
}

/** Called by a later file as it runs: what it brings. */
export function offer(name: string, what: unknown): void {
  offers.set(name, what);
}

/** What a later file has brought; undefined when it has not come. */
export function offered<T>(name: string): T | undefined {
  return offers.get(name) as T | undefined;
}

// A module has no currentScript; a classic script that was put into a module's tag has neither, and looks for its own tag.
const tag = globalThis.document?.currentScript;
const own = tag && "src" in tag ? tag.src : import.meta.url;

function address(name: string): string {
  const mine = document.querySelector<HTMLScriptElement>('script[src*="earmark-player"]');
  return new URL(`earmark-${name}.js`, own || mine?.src || document.baseURI).href;
}

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address(name);
    script.crossOrigin = "anonymous";
    script.integrity = hashes[name] ?? "";
    script.addEventListener("load", () => resolve(offers.get(name)));
    script.addEventListener("error", () => {
      loading.delete(name);
      reject(new Error(`${script.src} could not be loaded.`));
    });
    document.head.append(Object.assign(script, { earmark: given }));
    script.remove();
  });
}

/**
 * Fetches `earmark-{name}.js` from beside the running script, once, and gives what it offered.
 * Rejects when it cannot be had or is not the file that was built together with this one; then the next call tries again.
 */
export async function loadMore<T>(name: string): Promise<T> {
  if (!offers.has(name)) {
    const file = loading.get(name) ?? load(name);
    loading.set(name, file);
    await file;
  }
  return offers.get(name) as T;
}
