/** Files beside the player's script, by name: their subresource-integrity hashes, known when the player is built. */
declare const __EARMARK_MORE__: Readonly<Record<string, string>> | undefined;

/** What is used of https://w3c.github.io/trusted-types/: what it gives is an object that reads as a string. */
interface Policy {
  createScriptURL(name: string): string;
}
declare global {
  var trustedTypes: { createPolicy(name: string, rules: Policy): Policy } | undefined;
}

const hashes = typeof __EARMARK_MORE__ === "undefined" ? {} : __EARMARK_MORE__;
const offers = new Map<string, unknown>();
const loading: Record<string, Promise<unknown> | undefined> = {};
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
const from = tag && "src" in tag ? tag.src : import.meta.url;

function beside(name: string): string {
  const mine = document.querySelector<HTMLScriptElement>('script[src*="earmark-player"]');
  return new URL(`earmark-${name}.js`, from || mine?.src || document.baseURI).href;
}

const own: Policy = { createScriptURL: beside };
let policy: Policy | undefined;

/**
 * The address of a later file as a page with `require-trusted-types-for 'script'` wants it: from a policy that gives no
 * others. It is made when it is first needed, so a second copy of the script, which draws nothing, takes no name from this.
 */
function address(name: string): string {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy("earmark", own) ?? own;
  } catch {
    // The page allows no policy of this name; one of its own, called "default", may still let the address pass.
    policy = own;
  }
  return policy.createScriptURL(name);
}

function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address(name);
    script.crossOrigin = "anonymous";
    script.integrity = hashes[name] ?? "";
    // Not before: WebKit forgets a script that is nowhere, and its load, when it collects garbage.
    script.addEventListener("load", () => resolve(script.remove()));
    script.addEventListener("error", () => {
      script.remove();
      loading[name] = undefined;
      reject(new Error(script.src));
    });
    document.head.append(Object.assign(script, { earmark: given }));
  });
}

/**
 * Fetches `earmark-{name}.js` from beside the running script, once, and gives what it offered.
 * Rejects when it cannot be had or is not the file that was built together with this one; then the next call tries again.
 */
export async function loadMore<T>(name: string): Promise<T> {
  if (!offers.has(name)) await (loading[name] ??= load(name));
  return offers.get(name) as T;
}
