import { chromium } from "@playwright/test";
import type { Page } from "@playwright/test";
import { ada, mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { call, shareMixthat } from "../../sandbox/test-client.ts";
import { findBrowser } from "../../scripts/find-programs.ts";
import { compareSamples } from "./compare-samples.ts";
import { createNoise } from "./create-noise.ts";
import { installAudioProbes, measureAudio } from "./measure-audio.ts";
import { watchDecoding } from "./watch-decoding.ts";
import { expect, test as withSandbox } from "./with-sandbox.ts";

/* The desk: stems of a Mix That link, and of a page's own, as a listener's browser sounds them. No extension is needed. */

const test = withSandbox.extend<{ site: Page }>({
  // Playwright wants its first argument taken apart, even where there is nothing to take.
  // oxlint-disable-next-line no-empty-pattern
  site: async ({}, use) => {
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error("No Chromium found: set EARMARK_BROWSER.");
    const browser = await chromium.launch({
      executablePath,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    });
    const page = await browser.newPage();
    await installAudioProbes(page);
    await use(page);
    await browser.close();
  },
});

/** Opens another site's page with a player in it. */
async function embed(site: Page, sandbox: Sandbox, player: string): Promise<void> {
  const code = `<script src="/widget/earmark-player.js"></script>${player}`;
  await site.goto(`http://localhost:${sandbox.port}/embed?code=${encodeURIComponent(code)}`);
  await expect(site.locator("earmark-player")).toHaveJSProperty("paused", true);
}

async function embedMixthat(site: Page, sandbox: Sandbox): Promise<void> {
  const { token } = await shareMixthat(sandbox);
  const src = `${sandbox.origin}/tracks/${mixthatStemTrack.id}?auth_token=${token}`;
  await embed(site, sandbox, `<earmark-player src="${src}"></earmark-player>`);
  await expect.poll(() => site.evaluate(() => player().stems.length)).toBe(4);
}

interface DeskElement extends HTMLElement {
  currentTime: number;
  readonly duration: number;
  readonly paused: boolean;
  region: { from: number; to: number } | null;
  readonly stems: readonly { readonly label: string }[];
  readonly error: { readonly kind: string } | null;
  setStem(index: number, change: { muted?: boolean; solo?: boolean }): void;
  play(): Promise<void>;
}

declare global {
  function player(): DeskElement;
}

test.beforeEach(async ({ site }) => {
  await site.addInitScript(() => {
    globalThis.player = () => document.querySelector("earmark-player") as unknown as DeskElement;
  });
});

const seek = (site: Page, to: number): Promise<number> =>
  site.evaluate(async (place) => {
    const begun = performance.now();
    const done = new Promise((tell) => player().addEventListener("seeked", tell, { once: true }));
    player().currentTime = place;
    await done;
    return performance.now() - begun;
  }, to);

test("a Mix That link asks for little before the press, and sounds at its pitch", async ({
  site,
  sandbox,
}) => {
  const asked: string[] = [];
  site.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await embedMixthat(site, sandbox);
  await site.waitForTimeout(500);
  const ours = asked.filter((path) => /^\/(?:widget|api|audio)\//.test(path));
  expect(ours.length).toBeLessThanOrEqual(3);
  expect(await site.evaluate(() => globalThis.earmarkEar.analysers.size)).toBe(0);

  await site.evaluate(() => player().play());
  const heard = await measureAudio(site, 1500);
  expect(heard.dbfs).toBeGreaterThan(-40);
  expect(Math.abs(heard.hz / stemTrack.expectedPitch - 1)).toBeLessThan(0.01);
});

/** Address of the whole file of a stem. */
async function wholeFile(sandbox: Sandbox, stem: string): Promise<string> {
  const { body } = await call(sandbox, "GET", `/${ada.org}/tracks/${stemTrack.id}`, {
    person: ada,
  });
  return String(body["stem_urls"]?.[stem]);
}

async function soloOf(site: Page, label: string): Promise<void> {
  await site.evaluate((name) => {
    const index = player().stems.findIndex((stem) => stem.label === name);
    player().setStem(index, { solo: true });
  }, label);
}

/** Waits until the place is reached. */
const reach = (site: Page, place: number): Promise<unknown> =>
  site.waitForFunction((at) => player().currentTime >= at, place, { polling: 20 });

test("segments join as if they had never been cut, and a region turns without a gap", async ({
  site,
  sandbox,
}) => {
  const url = await wholeFile(sandbox, "chords");
  await embedMixthat(site, sandbox);
  await soloOf(site, "chords");
  // From the start: on a slow computer the longer chunks are decoded while the first joints are listened to.
  const decoded = await watchDecoding(site);
  await site.evaluate(() => player().play());
  // A window of 0.7 s that ends 0.3 s after a joint has it inside.
  for (const joint of [4, 8, 12]) {
    await seek(site, joint - 0.8);
    await reach(site, joint + 0.3);
    const { residual, at } = await compareSamples(site, { url, region: null });
    expect(residual, `joint at ${joint} s, heard at ${at} s`).toBeLessThan(-80);
  }

  // After a while of playing the chunks are longer, and join as well: within a segment, and at its end.
  await seek(site, 2);
  for (const joint of [10, 12]) {
    await reach(site, joint + 0.3);
    const { residual, at } = await compareSamples(site, { url, region: null });
    expect(residual, `joint at ${joint} s, heard at ${at} s`).toBeLessThan(-80);
  }
  expect((await decoded()).filter((seconds) => seconds > 1.9 && seconds < 2.5)).not.toEqual([]);

  const region = { from: 3.7, to: 4.3 };
  await site.evaluate((part) => {
    player().region = part;
  }, region);
  await seek(site, 4);
  await site.waitForTimeout(1500);
  expect((await compareSamples(site, { url, region })).residual).toBeLessThan(-80);
});

test("stems of opposite polarity cancel, after seeks too", async ({ site, sandbox }) => {
  await site.route("**/noise-*.wav", (route) => {
    const body = createNoise(30, route.request().url().includes("down") ? -1 : 1);
    return route.fulfill({ body, contentType: "audio/wav" });
  });
  const stems = ["up", "down"].map(
    (name) => `<earmark-stem src="/noise-${name}.wav"></earmark-stem>`,
  );
  await embed(site, sandbox, `<earmark-player label="Noise">${stems.join("")}</earmark-player>`);
  await expect.poll(() => site.evaluate(() => player().stems.length)).toBe(2);
  await site.evaluate(() => player().play());
  await site.evaluate(() => player().setStem(1, { muted: true }));
  expect((await measureAudio(site, 1200)).dbfs).toBeGreaterThan(-20);
  await site.evaluate(() => player().setStem(1, { muted: false }));
  await site.waitForTimeout(400);
  for (const place of [0.5, 21.3, 7.77, 21.3, 14.001]) {
    await seek(site, place);
    expect((await measureAudio(site, 900)).dbfs, `after a seek to ${place} s`).toBeLessThan(-80);
  }
});

test("a seek is quick, and quicker to a place that is known", async ({ site, sandbox }) => {
  await embedMixthat(site, sandbox);
  await site.evaluate(() => player().play());
  await site.waitForTimeout(500);
  for (const place of [9, 17, 13]) expect(await seek(site, place)).toBeLessThan(1000);
  await site.waitForTimeout(500);
  for (const place of [13.2, 13.4, 13]) expect(await seek(site, place)).toBeLessThan(250);
});

test("addresses that expire in mid-play are asked for again, and nothing is said", async ({
  site,
  sandbox,
}) => {
  sandbox.set({ signedUrlSeconds: 2 });
  await embedMixthat(site, sandbox);
  await site.evaluate(() => player().play());
  await site.waitForTimeout(2500);
  await seek(site, 17);
  await reach(site, 17.5);
  expect(await site.evaluate(() => [player().error, player().paused])).toEqual([null, false]);
});

test("a segment that is refused for good says so, at its place", async ({ site, sandbox }) => {
  await embedMixthat(site, sandbox);
  await site.evaluate(() => player().play());
  sandbox.faults.add({ path: "^/audio/hls/.*/4\\.mp3", times: 99, do: { status: 403 } });
  await site.evaluate(() => {
    player().currentTime = 17;
  });
  await expect.poll(() => site.evaluate(() => player().error?.kind)).toBe("expired");
  expect(await site.evaluate(() => [player().paused, player().currentTime])).toEqual([true, 17]);
});
