import { expect } from "@playwright/test";
import type { CDPSession, Page } from "@playwright/test";

interface AccessibleNode {
  readonly role: string;
  readonly name: string;
  readonly node: number;
  readonly pressed: boolean;
}

/**
 * What a screen reader finds on a page, closed shadow roots included: Playwright's locators stop at
 * them, a person does not.
 */
export async function listAccessibleNodes(page: Page): Promise<AccessibleNode[]> {
  return withSession(page, seen);
}

/** Clicks the nth element of that role and name with the mouse, inside closed shadow roots too. */
export async function clickByRole(
  page: Page,
  role: string,
  name: string | RegExp,
  { nth = 0, clickCount = 1 }: { nth?: number; clickCount?: number } = {},
): Promise<void> {
  await expect
    .poll(async () => (await listAccessibleNodes(page)).filter(matches(role, name)).length)
    .toBeGreaterThan(nth);
  await withSession(page, async (session) => {
    const target = (await seen(session)).filter(matches(role, name))[nth];
    if (!target) throw new Error(`${role} ${name} went away`);
    await session.send("DOM.scrollIntoViewIfNeeded", { backendNodeId: target.node });
    const { model } = await session.send("DOM.getBoxModel", { backendNodeId: target.node });
    const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border;
    await page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2, { clickCount });
  });
}

/** Waits until something with these words is on the page. */
export async function expectName(page: Page, words: string | RegExp): Promise<void> {
  const has = (name: string): boolean =>
    typeof words === "string" ? name.includes(words) : words.test(name);
  await expect
    .poll(async () => (await listAccessibleNodes(page)).map(({ name }) => name).filter(has), {
      timeout: 15_000,
    })
    .not.toEqual([]);
}

const matches =
  (role: string, name: string | RegExp) =>
  (each: AccessibleNode): boolean =>
    each.role === role && (typeof name === "string" ? each.name === name : name.test(each.name));

async function seen(session: CDPSession): Promise<AccessibleNode[]> {
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  return nodes.flatMap(({ role, name, backendDOMNodeId, properties, ignored }) =>
    ignored || backendDOMNodeId === undefined
      ? []
      : [
          {
            role: String(role?.value ?? ""),
            name: String(name?.value ?? ""),
            node: backendDOMNodeId,
            pressed:
              properties?.some((p) => p.name === "pressed" && p.value.value === "true") ?? false,
          },
        ],
  );
}

async function withSession<T>(page: Page, work: (session: CDPSession) => Promise<T>): Promise<T> {
  const session = await page.context().newCDPSession(page);
  try {
    return await work(session);
  } finally {
    await session.detach();
  }
}
