import { chromium as playwrightChromium, firefox as playwrightFirefox } from "@playwright/test";
import type { Browser, Frame, Page } from "@playwright/test";
import { findBrowser, findOnPath } from "../../scripts/find-programs.ts";
import type { Driver } from "./browser-driver.ts";
import type { Speaker } from "./record-audio.ts";

/** A driver with Playwright's own page, for what not every browser can be asked. */
export interface PageDriver extends Driver {
  readonly page: Page;
}

type Launch = (speaker: Speaker) => Promise<PageDriver>;

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium, by Playwright. */
export const chromium: Launch = async ({ environment }) => {
  const browser = await playwrightChromium.launch({
    executablePath: found(findBrowser(), "Chromium"),
    headless: true,
    args: quiet,
    // Playwright starts it silent.
    ignoreDefaultArgs: ["--mute-audio"],
    env: environment,
  });
  return drive(browser);
};

/** The unmodified Firefox of the system, by Playwright. */
export const firefox: Launch = async ({ environment }) => {
  const browser = await playwrightFirefox.launch({
    // Without this channel Playwright looks for a Firefox of its own making.
    channel: "moz-firefox",
    executablePath: found(findOnPath(["firefox-esr", "firefox"]), "Firefox"),
    headless: true,
    env: environment,
    // A press by program does not reach a frame that has a process of its own.
    firefoxUserPrefs: { "fission.autostart": false },
  });
  return drive(browser);
};

function found(path: string | undefined, name: string): string {
  if (path === undefined) throw new Error(`${name} is not here: "npm test" says how to get it.`);
  return path;
}

async function drive(browser: Browser): Promise<PageDriver> {
  // Nulls: Firefox itself does not know how to pretend these.
  const pretend = { colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null };
  const context = await browser.newContext({ viewport: { width: 900, height: 700 }, ...pretend });
  const page = await context.newPage();
  return {
    page,
    async open(url) {
      // A page that is already there would only be scrolled to another fragment.
      await page.goto("about:blank");
      await page.goto(url, { waitUntil: "load", timeout: 20_000 });
    },
    evaluate: async (expression, frame) => (await frameOf(page, frame)).evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    picture: (selector) => page.locator(selector).first().screenshot(),
    close: () => browser.close(),
  };
}

async function frameOf(page: Page, index: number | undefined): Promise<Page | Frame> {
  if (index === undefined) return page;
  const frame = await page.locator("iframe").nth(index).elementHandle();
  const inside = await frame?.contentFrame();
  if (!inside) throw new Error(`There is no frame ${index} in the page.`);
  return inside;
}
