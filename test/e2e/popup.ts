import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "@playwright/test";
import type { CDPSession, Page } from "@playwright/test";
import type { Browser } from "./browser.ts";

// Protocol calls newer than Playwright's types.
type Send = (method: string, params?: object) => Promise<unknown>;

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
  readonly embedderData?: { readonly tabActive?: boolean };
}

/**
 * Press the toolbar button on a page, and give back the real popup as a Playwright page.
 * The press grants activeTab, as a person's does. The popup closes when another page takes the focus.
 */
export async function openPopup(browser: Browser, page: Page): Promise<Page> {
  await page.bringToFront();
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error("The browser is gone.");
  try {
    const prefix = `chrome-extension://${browser.id}/`;
    const isPopup = (target: Target): boolean =>
      target.type === "page" && target.url.startsWith(prefix);
    const before = new Set((await targets(session, "page")).map((target) => target.targetId));
    const tab = (await targets(session, "tab")).find((target) => target.embedderData?.tabActive);
    if (!tab) throw new Error("No tab is active.");
    const send = session.send.bind(session) as Send;
    await send("Extensions.triggerAction", { id: browser.id, targetId: tab.targetId });
    // 0.3 to 0.6 s: the popup is made hidden, measured, then shown.
    for (let waited = 0; waited < 5_000; waited += 25) {
      const popup = (await targets(session, "page")).find(
        (target) => isPopup(target) && !before.has(target.targetId),
      );
      if (popup) return await connectTo(browser, popup);
      await sleep(25);
    }
    throw new Error("The toolbar button was pressed but no popup opened in 5 s.");
  } finally {
    await session.detach();
  }
}

async function targets(session: CDPSession, type: string): Promise<Target[]> {
  const send = session.send.bind(session) as Send;
  const answer = (await send("Target.getTargets", { filter: [{ type }] })) as {
    targetInfos: Target[];
  };
  return answer.targetInfos;
}

// Playwright attaches to a popup only while connecting, so each popup gets a connection of its own.
async function connectTo(browser: Browser, target: Target): Promise<Page> {
  const port = readFileSync(join(browser.profile, "DevToolsActivePort"), "utf8").split("\n")[0];
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 8_000 });
  for (const page of connection.contexts().flatMap((context) => context.pages())) {
    if ((await targetOf(page)) !== target.targetId) continue;
    page.setDefaultTimeout(8_000);
    page.once("close", () => void connection.close());
    return page;
  }
  await connection.close();
  throw new Error(`The popup ${target.url} closed while it opened.`);
}

// By id, not by address: a tab may show the same page.
async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  return targetInfo.targetId;
}
