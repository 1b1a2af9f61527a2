import { expect, test } from "vitest";
import { adaTracks, stemTrack } from "../../sandbox/accounts.ts";
import { score } from "../kits/scorecard.ts";
import { inEachBrowser, sleep, player } from "./kit.ts";
import { measurePitch, measureLevel } from "./pitch.ts";

const other = adaTracks[1] ?? stemTrack;

inEachBrowser("the player", (kit, browser) => {
  async function openWith(...links: readonly string[]): Promise<void> {
    await kit.driver.open(kit.servers.page(kit.code(...links)));
    await kit.controls.until(`${player(links.length - 1)}?.duration > 0`, true);
  }
  const is = (expression: string, value: unknown = true): Promise<void> =>
    kit.controls.until(`${player()}.${expression}`, value);
  const record = (seconds: number): Promise<Float32Array> =>
    kit.speaker.record(() => sleep(1000 * seconds));

  test("shows the track before a press, and then sounds at its pitch", async () => {
    await openWith(await kit.share());
    await kit.controls.read(stemTrack.title);
    await is("paused");
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play");
      await is("currentTime > 1.4");
    });
    const { hz, dbfs } = measurePitch(samples, 0.1);
    score(`player in ${browser}`, { "loudest pitch, Hz": Math.round(hz) });
    expect(dbfs).toBeGreaterThan(-45);
    expect(Math.abs(hz / stemTrack.expectedPitch - 1)).toBeLessThan(0.01);

    await kit.controls.click("button", "Pause");
    await is("paused");
    await sleep(300);
    expect(measureLevel(await record(0.4))).toBeLessThan(-90);
  });

  test("goes where it is told by mouse and by keys", async () => {
    await openWith(await kit.share());
    // The middle of the bar is the middle of the track.
    await kit.controls.click("slider", "Seek");
    await is(`currentTime > 0.45 * ${player()}.duration`);
    await is(`currentTime < 0.55 * ${player()}.duration`);
    await kit.driver.press("Home");
    await is("currentTime", 0);
    await kit.driver.press("ArrowRight");
    await is("currentTime > 0");
    await kit.driver.press("End");
    await is(`currentTime > ${player()}.duration - 1`);
  });

  test("plays and pauses by the keyboard alone", async () => {
    await openWith(await kit.share());
    await kit.driver.press("Tab");
    await kit.driver.press(" ");
    await is("paused", false);
    await is("currentTime > 0");
    await kit.driver.press(" ");
    await is("paused");
  });

  test("is as loud as it is asked to be", async () => {
    await openWith(await kit.share());
    await kit.controls.click("button", "Play");
    // WebKitGTK may stand still when it is sent to another place before it has begun.
    await is("currentTime > 0.1");
    const measure = async (volume: number): Promise<number> => {
      await kit.driver.evaluate(
        `void (${player()}.currentTime = 4, ${player()}.volume = ${volume})`,
      );
      await is("currentTime < 5");
      await is("currentTime > 4.3");
      return measureLevel(await record(1));
    };
    const full = await measure(1);
    const quiet = await measure(0.25);
    // A quarter of the amplitude is 12 dB less.
    expect(full - quiet).toBeGreaterThan(8);
    expect(full - quiet).toBeLessThan(16);
    await kit.controls.click("button", "Mute");
    await is("muted");
    await sleep(300);
    expect(measureLevel(await record(0.4))).toBeLessThan(-90);
  });

  test("sounds alone: a second player hushes the first", async () => {
    await openWith(await kit.share(), await kit.share(other.id));
    await kit.controls.click("button", "Play");
    await is("currentTime > 0.1");
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play");
      await is("paused");
      await kit.controls.until(`${player(1)}.currentTime > 1.6`, true);
    });
    // The end of it: until the press the first was heard.
    const { hz } = measurePitch(samples.slice(-Math.round(1.1 * 44_100)));
    expect(Math.abs(hz / other.expectedPitch - 1)).toBeLessThan(0.01);
  });

  test("says that a revoked link no longer works, and what to do", async () => {
    const link = await kit.share();
    await kit.revoke(link);
    await kit.driver.open(kit.servers.page(kit.code(link)));
    await kit.controls.read(/no longer works.*Ask the person who shared it/);
    await is("error.kind", "gone");
  });

  test("plays on from the same place when the sound's address has died", async () => {
    await openWith(await kit.share());
    await kit.controls.click("button", "Play");
    await is("currentTime > 0.5");
    await kit.controls.click("button", "Pause");
    kit.servers.sandbox.shiftClock(3_600_000);
    await kit.driver.evaluate(`void (${player()}.currentTime = 14)`);
    await kit.controls.click("button", "Play");
    await is("currentTime > 14.2");
    await is("error", null);
  });

  test("does not run when a single letter of its script is another", async () => {
    const code = kit.code(await kit.share());
    const [, hash = ""] = /sha384-([^"]+)/.exec(code) ?? [];
    expect(hash).toHaveLength(64);
    await kit.driver.open(
      kit.servers.page(code.replace(hash, `${hash.startsWith("A") ? "B" : "A"}${hash.slice(1)}`)),
    );
    expect(await kit.driver.evaluate('customElements.get("earmark-player") === undefined')).toBe(
      true,
    );
    expect(kit.servers.came.filter(({ place }) => place === "service")).toEqual([]);
  });

  test("needs no more of a strict policy than the documentation says", async () => {
    const { player: from, service } = kit.servers;
    const policy = `default-src 'none'; script-src ${from}; connect-src ${service}; media-src ${service}; img-src data:`;
    const head = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
    await kit.driver.open(kit.servers.page(kit.code(await kit.share()), head));
    await kit.controls.click("button", "Play");
    await is("currentTime > 0.3");
    await kit.controls.click("button", "More controls");
    await kit.controls.click("button", "Forward 10 seconds");
    await is("currentTime > 10");
    expect(await kit.driver.evaluate("earmarkRefused")).toEqual([]);
  });
});
