import { expect, test } from "vitest";
import { adaTracks, stemTrack } from "../../sandbox/accounts.ts";
import { inEachBrowser, sleep, player } from "./kit.ts";
import { measurePitch } from "./pitch.ts";

const other = adaTracks[1] ?? stemTrack;

inEachBrowser("the listening page", (kit) => {
  const page = (fragment: string): string => `${kit.servers.player}/listen/index.html${fragment}`;
  const named = (link: string): string => page(`#src=${encodeURIComponent(link)}`);

  test("plays what its fragment names, and no server sees the link but its own", async () => {
    const link = await kit.share();
    await kit.driver.open(named(link));
    await kit.controls.until("document.title", `${stemTrack.title} · Earmark`);
    await kit.controls.until('document.querySelector("h1").textContent', stemTrack.title);
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play");
      await kit.controls.until(`${player()}.currentTime > 1.4`, true);
    });
    expect(Math.abs(measurePitch(samples, 0.1).hz / stemTrack.expectedPitch - 1)).toBeLessThan(
      0.01,
    );

    const token = link.split("/").at(-1) ?? "";
    const told = kit.servers.came.filter((each) => JSON.stringify(each).includes(token));
    expect(told.map(({ place, path }) => [place, path])).toEqual([
      ["service", new URL(link).pathname],
    ]);
  });

  test("follows its fragment, bare addresses too", async () => {
    await kit.driver.open(named(await kit.share()));
    await kit.controls.read(stemTrack.title);
    await kit.driver.evaluate(`void (location.hash = "${await kit.share(other.id)}")`);
    await kit.controls.until("document.title", `${other.title} · Earmark`);
    await kit.driver.evaluate(`void (location.hash = "")`);
    await kit.controls.read("There is no link here.");
    await kit.controls.until("document.title", "Shared music · Earmark");
  });

  test.each([
    ["", "There is no link here."],
    ["#src=%E0%A4%A", "This link is damaged."],
    ["#javascript:document.title='x'", "This link is damaged."],
    ["#https://elsewhere.example/a/page", "This is not a link that Earmark can play."],
  ])("%j: says what is wrong, and asks nobody", async (fragment, words) => {
    await kit.driver.open(page(fragment));
    await kit.controls.read(words);
    expect(kit.servers.came.filter(({ place }) => place !== "player")).toEqual([]);
  });

  test("says that a revoked link no longer works", async () => {
    const link = await kit.share();
    await kit.revoke(link);
    await kit.driver.open(named(link));
    await kit.controls.read(/no longer works.*Ask the person who shared it/);
  });

  test("speaks of saving only when the extension has said that it is here", async () => {
    await kit.driver.open(named(await kit.share()));
    await kit.controls.read(stemTrack.title);
    expect((await kit.controls.see()).text).not.toContain("Earmark is in this browser");
    await kit.driver.evaluate('document.dispatchEvent(new Event("earmark-here"))');
    await kit.controls.read("Earmark is in this browser");
  });

  test("obeys a strict policy without a single refusal", async () => {
    await kit.driver.open(named(await kit.share()));
    await kit.controls.click("button", "Play");
    await kit.controls.until(`${player()}.currentTime > 0.5`, true);
    await sleep(200);
    expect(await kit.driver.evaluate("earmarkRefused")).toEqual([]);
    // The policy is there: what it does not allow is refused.
    await kit.driver.evaluate(
      `void (globalThis.pixel = Object.assign(new Image(), { src: "http://192.0.2.1/" }))`,
    );
    await kit.controls.until("earmarkRefused.length", 1);
  });
});
