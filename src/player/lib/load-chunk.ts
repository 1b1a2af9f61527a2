/*
 * Chunks: the files `earmark-<name>.js` beside the player's script, fetched when they are needed. Each is a classic script that
 * registers what it brings and finds what it needs of the player's own file on its script element.
 */

/** The subresource-integrity hash of each chunk, by name; the build writes them into the player. */
declare const __EARMARK_CHUNK_HASHES__: Readonly<Record<string, string>> | undefined;

/** The part of https://w3c.github.io/trusted-types/ that is used: what it returns is an object that reads as a string. */
interface Policy {
  createScriptURL(name: string): string;
}
declare global {
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;
}

const hashes = typeof __EARMARK_CHUNK_HASHES__ === "undefined" ? {} : __EARMARK_CHUNK_HASHES__;
const chunks = new Map<string, unknown>();
const loading: Record<string, Promise<unknown> | undefined> = {};
let hostExports: object = {};

/** Sets what chunks get of the player's own file. Each reads it off its own script element, so two players never mix. */
export function setHostExports(exports: object): void {
  hostExports = exports;
}

/** Called by a chunk as it runs: what it brings. */
export function registerChunk(name: string, content: unknown): void {
  chunks.set(name, content);
}

/** What a chunk has registered; undefined while it has not been loaded. */
export function getChunk<T>(name: string): T | undefined {
  return chunks.get(name) as T | undefined;
}

// A module has no currentScript. A classic script that a page loads with type="module" has no import.meta.url either, and
// looks for its own script element.
const currentScript = globalThis.document?.currentScript;
const scriptUrl = currentScript && "src" in currentScript ? currentScript.src : import.meta.url;

function getChunkUrl(name: string): string {
  const script = document.querySelector<HTMLScriptElement>('script[src*="earmark-player"]');
  return new URL(`earmark-${name}.js`, scriptUrl || script?.src || document.baseURI).href;
}

const untrusted: Policy = { createScriptURL: getChunkUrl };
let policy: Policy | undefined;

/**
 * The URL of a chunk as a page with `require-trusted-types-for 'script'` wants it: from a policy that gives no other URLs.
 * The policy is created when it is first needed, so a second copy of the script that shows no player does not take its name.
 */
function getTrustedUrl(name: string): string {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("earmark", untrusted) ?? untrusted;
  } catch {
    // The page does not allow a policy of this name; its own policy called "default" may still let the URL pass.
    policy = untrusted;
  }
  return policy.createScriptURL(name);
}

function fetchChunk(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = getTrustedUrl(name);
    script.crossOrigin = "anonymous";
    script.integrity = hashes[name] ?? "";
    // Removed only now: WebKit's garbage collection drops a script that is in no document, and its load event with it.
    script.addEventListener("load", () => resolve(script.remove()));
    script.addEventListener("error", () => {
      script.remove();
      loading[name] = undefined;
      reject(new Error(script.src));
    });
    document.head.append(Object.assign(script, { earmark: hostExports }));
  });
}

/**
 * Fetches the chunk `earmark-{name}.js` from beside the running script, once, and returns what it registered.
 * Rejects when it cannot be had or is not the file that was built together with this one; the next call tries again.
 */
export async function loadChunk<T>(name: string): Promise<T> {
  if (!chunks.has(name)) await (loading[name] ??= fetchChunk(name));
  return chunks.get(name) as T;
}
