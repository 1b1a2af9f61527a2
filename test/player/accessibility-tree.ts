import { createRequire } from "node:module";
import type { CDPSession, Page } from "@playwright/test";
import { player } from "./kit.ts";

declare global {
  var earmarkSaid: { readonly words: string; readonly at: number }[];
}

/**
 * Runs before everything in the page: lets axe into closed shadow roots, and notes when a live region of one changes, each
 * time and not only when the words are others, as a screen reader speaks each time. Milliseconds as in `performance.now()`.
 */
function openEars(): void {
  const said: (typeof globalThis)["earmarkSaid"] = [];
  Object.defineProperty(globalThis, "earmarkSaid", { value: said });
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function open(init) {
    const root = attach.call(this, { ...init, mode: "open" });
    new MutationObserver((changes) => {
      const live = changes
        .map(({ target }) => (target instanceof Element ? target : target.parentElement))
        .find((target) => target?.closest("[role=status], [role=alert], [aria-live]"));
      const words = live?.textContent ?? "";
      if (words) said.push({ words, at: performance.now() });
    }).observe(root, { childList: true, characterData: true, subtree: true });
    return root;
  };
}

export async function openAccessibilityTree(page: Page): Promise<void> {
  await page.addInitScript(`(${openEars.toString()})()`);
}

/** What was read out since the page was opened. */
export const readAnnouncements = async (page: Page): Promise<string[]> =>
  page.evaluate(() => earmarkSaid.map(({ words }) => words));

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
// https://github.com/dequelabs/axe-core/blob/develop/doc/API.md#axe-core-tags
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with the page, in words: WCAG 2.0 to 2.2, A and AA, and what axe itself advises. */
export async function findViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.addScriptTag({ path: AXE });
  return (await page.evaluate(`axe
    .run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ["violations"] })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary)))`)) as string[];
}

/** Roles that say nothing of their own; what is in them stands in their place. */
const PLAIN = new Set(["none", "generic", "RootWebArea", "main"]);
/** What is in these is said by themselves. */
const WHOLE = new Set(["combobox", "textbox", "button", "link", "slider"]);
const STATES = new Set(["disabled", "pressed", "expanded", "focused"]);
/** Places in the track while it plays, and addresses: other ones at each look. */
const MOVING = /\d+:\d\d(?= \/|")|(?:\d+ (?:minute|second)s? ?)+(?=of )/g;
const ADDRESS = /http:[^"]+/g;

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: Valued;
  readonly name?: Valued;
  readonly value?: Valued;
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
  readonly properties?: readonly { readonly name: string; readonly value: Valued }[];
}
interface Valued {
  readonly value?: unknown;
}

function lineOf(node: Node, role: string, told: string | undefined): string {
  const { name, value, properties = [] } = node;
  const states = properties.filter(
    (each) => STATES.has(each.name) && ![false, "false"].includes(each.value.value as string),
  );
  const says = told ?? (role === "StaticText" ? undefined : value?.value);
  return [
    role,
    name?.value && JSON.stringify(String(name.value).trim()),
    says && `= ${JSON.stringify(says)}`,
    ...states.map((each) => each.name),
  ]
    .filter(Boolean)
    .join(" ");
}

/** What sliders say of their place, and rows of a list of themselves: Chromium leaves both out of its tree. */
async function tellMore(session: CDPSession, nodes: readonly Node[]): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const { nodeId, role, ignored, backendDOMNodeId } of nodes) {
    if (ignored || !backendDOMNodeId || !["slider", "button"].includes(String(role?.value)))
      continue;
    const { node } = await session.send("DOM.describeNode", { backendNodeId: backendDOMNodeId });
    const attribute = (name: string): string | undefined =>
      node.attributes?.[node.attributes.indexOf(name, 0) + 1 || Infinity];
    const says =
      attribute("aria-valuetext") ?? (attribute("aria-current") === "true" ? "current" : undefined);
    if (says) told.set(nodeId, says);
  }
  return told;
}

// Kept: with a session goes what others pretend for the page, such as being offline.
const sessions = new WeakMap<Page, CDPSession>();

/** What a screen reader finds on the page: a line for each thing, with its role, name, value and state, as it nests. */
export async function readTree(page: Page): Promise<string> {
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const told = await tellMore(session, nodes);
  const byId = new Map(nodes.map((node): [string, Node] => [node.nodeId, node]));
  const isMoving = await page.evaluate(`${player()}?.paused === false`);

  function lines(id: string, depth: number): string[] {
    const node = byId.get(id);
    const role = String(node?.role?.value ?? "none");
    if (!node || role === "InlineTextBox") return [];
    const children = node.childIds ?? [];
    const inside = (by: number): string[] => children.flatMap((child) => lines(child, depth + by));
    if (node.ignored || PLAIN.has(role) || (role === "paragraph" && children.length === 0))
      return inside(0);
    const own = `${"  ".repeat(depth)}${lineOf(node, role, told.get(id))}`;
    return role === "heading" || WHOLE.has(role) ? [own] : [own, ...inside(1)];
  }
  const text = lines(nodes[0]?.nodeId ?? "", 0)
    .join("\n")
    .replaceAll(ADDRESS, "http…");
  return isMoving ? text.replaceAll(MOVING, "… ") : text;
}
