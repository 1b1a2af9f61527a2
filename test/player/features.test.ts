import { expect, test } from "vitest";
import { collections, mixthatStemTrack, stemTrack } from "../../sandbox/accounts.ts";
import { shareMixthat } from "../../sandbox/test-client.ts";
import { inEachBrowser, sleep, player } from "./kit.ts";
import { measurePitch, measureLevel } from "./pitch.ts";

const [evening] = collections;

inEachBrowser("what the player can do", (kit) => {
  const is = (expression: string, value: unknown = true): Promise<void> =>
    kit.controls.until(`${player()}.${expression}`, value);
  const act = (statement: string): Promise<unknown> =>
    kit.driver.evaluate(`void (${player()}.${statement})`);
  async function openWith(link: string, lang = "en"): Promise<void> {
    await kit.driver.open(kit.servers.page(`<section lang="${lang}">${kit.code(link)}</section>`));
    await is("tracks.length > 0");
  }

  test("plays faster at the same pitch", async () => {
    await openWith(await kit.share());
    await act("playbackRate = 1.25");
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play");
      await is("currentTime > 1.8");
    });
    expect(Math.abs(measurePitch(samples, 0.1).hz / stemTrack.expectedPitch - 1)).toBeLessThan(
      0.01,
    );
  });

  test("plays a part of a track over and over, and says nothing of waiting", async () => {
    await openWith(await kit.share());
    await kit.controls.click("button", "Play");
    await is("currentTime > 0");
    await act("region = { from: 3, to: 4 }");
    await act("currentTime = 3.2");
    await is("seeking", false);
    const places: number[] = [];
    for (let look = 0; look < 20; look++) {
      await sleep(200);
      places.push(Number(await kit.driver.evaluate(`${player()}.currentTime`)));
    }
    // Four seconds: never far from the part, and again and again at its start.
    expect(places.filter((at) => at < 2.9 || at > 4.3)).toEqual([]);
    expect(places.filter((at, index) => at < (places[index - 1] ?? 0)).length).toBeGreaterThan(1);
    expect((await kit.controls.see()).text).not.toContain("Waiting for sound");
    await act("region = null");
    await is("currentTime > 4.5");
  });

  test("starts again at the end, when it is asked to", async () => {
    await openWith(await kit.share());
    await kit.controls.click("button", "Play");
    await is("currentTime > 0");
    await kit.controls.click("button", "More controls");
    await kit.controls.click("button", "Loop");
    await is("loop");
    await act(`currentTime = ${stemTrack.durationSeconds - 1}`);
    await is("currentTime < 5");
    await is("paused", false);
  });

  test("goes through the tracks of a collection", async () => {
    await openWith(await kit.share(evening.id));
    await is("tracks.length", 3);
    await kit.controls.click("button", "Tracks");
    await kit.controls.click("button", new RegExp(`^${evening.tracks[1]?.title}`));
    await is("trackIndex", 1);
    await kit.controls.click("button", "Play");
    await is("currentTime > 0.2");
    // At the end of a track comes the next.
    await act(`currentTime = ${(evening.tracks[1]?.durationSeconds ?? 0) - 0.7}`);
    await is("trackIndex", 2);
    await is("paused", false);
  });

  test("speaks the language of the page around it", async () => {
    await openWith(await kit.share(), "de-CH");
    await kit.controls.click("button", "Abspielen");
    await is("paused", false);
    expect(kit.servers.came.filter(({ path }) => path.endsWith("/earmark-words.js"))).toHaveLength(
      1,
    );
  });

  test("is a desk for a track with stems", async () => {
    // The same piece as Aitronos has.
    const { token } = await shareMixthat(kit.servers.sandbox);
    await openWith(`${kit.servers.service}/tracks/${mixthatStemTrack.id}?auth_token=${token}`);
    await is("stems.length", stemTrack.stems.length);
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play");
      await is("currentTime > 1.6");
    });
    expect(Math.abs(measurePitch(samples, 0.1).hz / stemTrack.expectedPitch - 1)).toBeLessThan(
      0.01,
    );
    await kit.driver.evaluate(
      `${player()}.stems.forEach((stem, index) => ${player()}.setStem(index, { muted: true }))`,
    );
    await sleep(600);
    expect(measureLevel(await kit.speaker.record(() => sleep(400)))).toBeLessThan(-80);
    await act("setStem(0, { muted: false })");
    await sleep(300);
    expect(measureLevel(await kit.speaker.record(() => sleep(700)))).toBeGreaterThan(-60);
  });
});
