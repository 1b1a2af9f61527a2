/*
 * What runs in the page under test. The functions are sent as text, so each stands by itself.
 */
/* oxlint-disable unicorn/consistent-function-scoping */

/** A control as a person meets it: its role, its name and the middle of it, in CSS pixels of its own window. */
export interface VisibleControl {
  readonly role: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly disabled: boolean;
}

declare global {
  var earmarkRoots: Map<Element, ShadowRoot>;
  var earmarkRefused: string[];
  var earmarkErrors: string[];
}

/**
 * Runs before the page's scripts: remembers closed shadow roots, which a person sees into, what a policy refuses, and every
 * error that nobody caught.
 */
export function exposeShadowRoots(): void {
  const roots = new Map<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function remember(init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  };
  Object.defineProperty(globalThis, "earmarkRoots", { value: roots });
  const refused: string[] = [];
  Object.defineProperty(globalThis, "earmarkRefused", { value: refused });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    refused.push(`${effectiveDirective} ${blockedURI}`),
  );
  const errors: string[] = [];
  Object.defineProperty(globalThis, "earmarkErrors", { value: errors });
  addEventListener("error", ({ message }) => errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => errors.push(String(reason)));
}

/** Every visible control, and every text that is on the page, in reading order. */
export function describePage(): {
  readonly controls: readonly VisibleControl[];
  readonly text: string;
} {
  const controls: VisibleControl[] = [];
  const texts: string[] = [];
  const kinds: readonly (readonly [selector: string, role: string])[] = [
    ["[role]", ""],
    ["button", "button"],
    ["a[href]", "link"],
    ["input[type=range]", "slider"],
    ["h1, h2", "heading"],
  ];
  // Where CSS zoom is not yet as in the standard, a rectangle is told in the pixels of its own zoom.
  function zoomOf(node: Element | null): number {
    if (!node) return 1;
    const root = node.getRootNode();
    const outer = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
    return (Number(getComputedStyle(node).zoom) || 1) * zoomOf(outer);
  }
  function visit(node: Node): void {
    if (node instanceof Text) texts.push(node.data);
    if (!(node instanceof Element)) return;
    const shown = node.checkVisibility({ visibilityProperty: true });
    if (!shown && getComputedStyle(node).display !== "contents") return;
    const kind = kinds.find(([selector]) => node.matches(selector));
    if (kind) {
      const { x, y, width, height } = node.getBoundingClientRect();
      const scale = "currentCSSZoom" in node ? 1 : zoomOf(node);
      controls.push({
        role: kind[1] || (node.getAttribute("role") ?? ""),
        name: node.getAttribute("aria-label") ?? node.textContent.trim(),
        x: (x + width / 2) * scale,
        y: (y + height / 2) * scale,
        disabled: node.matches(":disabled"),
      });
    }
    const inside = globalThis.earmarkRoots?.get(node) ?? node.shadowRoot ?? node;
    if (!node.matches("script, style, noscript"))
      for (const child of inside.childNodes) visit(child);
  }
  visit(document.body);
  return { controls, text: texts.join(" ").replaceAll(/\s+/g, " ") };
}

/** Everything a page can leave in a browser; what it may not even look at counts as empty. */
export async function findLeftovers(): Promise<Record<string, unknown>> {
  const read = async (what: () => unknown): Promise<unknown> => {
    try {
      return (await what()) ?? null;
    } catch (error) {
      if (error instanceof DOMException) return null;
      throw error;
    }
  };
  const none = <T>(list: readonly T[] | undefined): readonly T[] | null =>
    list?.length ? list : null;
  return {
    cookie: await read(() => document.cookie || null),
    local: await read(() => none(Object.keys(localStorage))),
    session: await read(() => none(Object.keys(sessionStorage))),
    databases: await read(async () => none(await indexedDB.databases())),
    caches: await read(async () => none(await globalThis.caches?.keys())),
    workers: await read(async () => none(await navigator.serviceWorker?.getRegistrations())),
  };
}
