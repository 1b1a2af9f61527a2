import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBenchServer } from "../bench/bench-server.ts";
import type { BenchServer } from "../bench/bench-server.ts";
import { EIGHT, writeMixthatTrack } from "../bench/mixthat-track.ts";
import { inEachBrowser, sleep, player } from "./kit.ts";

/* What a page with a player in it costs before anybody presses anything; `npm run bench` says how long it takes. */

declare global {
  var grounds: string[];
  var made: { contexts: number; shift: number };
}

/** Runs before the page's scripts: counts AudioContexts, and adds up layout shift where a browser tells it. */
function count(): void {
  globalThis.made = { contexts: 0, shift: 0 };
  globalThis.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      globalThis.made.contexts += 1;
    }
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      globalThis.made.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** What docs/player.md asks a page to do. */
const room = "<style>earmark-player:not(:defined) { display: block; height: 160px }</style>";
const below = "<p>A paragraph that stands below the player, and must not move.</p>";

/** Runs before the page's scripts: what the player's ground looked like after each frame that it was in. */
function watchGround(): void {
  globalThis.grounds = [];
  requestAnimationFrame(function look() {
    const card = [...globalThis.earmarkRoots.values()][0]?.querySelector(".card");
    // A task of its own comes after the frame was painted.
    if (card) setTimeout(() => globalThis.grounds.push(getComputedStyle(card).backgroundColor));
    requestAnimationFrame(look);
  });
}

inEachBrowser("before a press", (kit, browser) => {
  let folder = "";
  let service: BenchServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "earmark-eight-"));
    writeMixthatTrack(folder);
    service = await startBenchServer(folder);
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const links: Readonly<Record<string, () => Promise<string>>> = {
    "one track": () => kit.share(),
    "eight stems": async () =>
      `http://127.0.0.1:${service.port}/tracks/${EIGHT}?auth_token=a-token`,
  };

  /** Opens the page; its script comes only when the rest has been painted, as over a slow line. */
  async function open(link: string, more = ""): Promise<void> {
    const element = `<earmark-player src="${link}"></earmark-player>`;
    const head = `${room}<script>(${count.toString()})()</script>${more}`;
    await kit.driver.open(kit.servers.page(`<h1>A page</h1>${element}${below}`, head));
    const source = `${kit.servers.player}/earmark-player.js`;
    await kit.driver.evaluate(
      `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        .then(() => void document.head.append(Object.assign(document.createElement("script"), { src: "${source}" })))`,
    );
    await kit.controls.until(`${player()}?.tracks?.length`, 1);
    // Whatever may still follow of itself.
    await sleep(800);
  }

  test.each(Object.keys(links))("%s: three requests at most, and no AudioContext", async (name) => {
    await open((await links[name]?.()) ?? "");
    const asked = (await kit.driver.evaluate(
      'performance.getEntriesByType("resource").map(({ name }) => name)',
    )) as string[];
    const ours = asked.filter((url) => !url.endsWith("/eyes.js"));
    expect(ours.length).toBeGreaterThanOrEqual(2);
    expect(ours.length, ours.join("\n")).toBeLessThanOrEqual(3);
    expect(await kit.driver.evaluate("made.contexts")).toBe(0);
    await kit.driver.evaluate("void new AudioContext()");
    expect(await kit.driver.evaluate("made.contexts")).toBe(1);
  });

  // The other two do not tell layout shift.
  if (browser === "chromium")
    test.each(Object.keys(links))("%s: nothing on the page moves", async (name) => {
      await open((await links[name]?.()) ?? "");
      expect(await kit.driver.evaluate("made.shift")).toBe(0);
      await kit.driver.evaluate('void (document.querySelector("h1").style.height = "200px")');
      await kit.controls.until("made.shift > 0", true);
    });

  test.each([
    ["#111", "#eee", "rgb(28, 27, 32)"],
    ["#fff", "#111", "rgb(255, 255, 255)"],
    ["oklch(0.21 0.034 264.7)", "oklch(0.985 0.002 247.8)", "rgb(28, 27, 32)"],
    ["color(srgb 1 1 1)", "color(srgb 0.1 0.1 0.1)", "rgb(255, 255, 255)"],
    ["lab(10 0 0)", "lab(95 5 -5)", "rgb(28, 27, 32)"],
  ])(
    "on a page of %s with letters of %s it is so from its first frame",
    async (ground, ink, own) => {
      const look = `<style>body { background: ${ground}; color: ${ink} }</style>`;
      await open(await kit.share(), `${look}<script>(${watchGround.toString()})()</script>`);
      const grounds = (await kit.driver.evaluate("grounds")) as string[];
      expect(grounds.length).toBeGreaterThan(5);
      expect(new Set(grounds)).toEqual(new Set([own]));
    },
  );
});
