import { expect, test } from "vitest";
import { adaTracks, stemTrack } from "../../sandbox/accounts.ts";
import { bundle, frameworks } from "./bundle-examples.ts";
import { inEachBrowser, sleep, player } from "./kit.ts";

const other = adaTracks[1] ?? stemTrack;

inEachBrowser("the examples", (kit) => {
  test.each(frameworks)("%s: properties, events, and an end", async (framework) => {
    const example = (await bundle(framework)).replaceAll("</script", "<\\/script");
    const [script] = kit.code("").split("\n");
    await kit.driver.open(
      kit.servers.page(`<div id="place"></div><script>${example}</script>${script}`),
    );
    const is = (expression: string, value: unknown = true): Promise<void> =>
      kit.controls.until(`${player()}.${expression}`, value);
    const says = (words: RegExp): Promise<void> => kit.controls.read(words);

    await kit.driver.evaluate(`show(${JSON.stringify(await kit.share())})`);
    await says(new RegExp(`${stemTrack.title} · 0.0 s`));
    await is("volume", 0.5);
    await kit.controls.click("button", "Play");
    await says(/ [1-9]\.\d s/);
    await kit.controls.click("button", "From the start");
    await is("currentTime < 1");

    await kit.driver.evaluate(`show(${JSON.stringify(await kit.share(other.id))})`);
    await says(new RegExp(`${other.title} · `));
    await is("paused");
    await kit.controls.click("button", "Play");
    await is("currentTime > 0");
    await kit.driver.evaluate(`void (${player()}.currentTime = ${player()}.duration - 0.5)`);
    await kit.controls.until("ends", 1);

    await kit.driver.evaluate(`void (${player()}.currentTime = 0)`);
    await kit.controls.click("button", "Play");
    await is("currentTime > 0.1");
    await kit.driver.evaluate(`void (globalThis.left = ${player()}, leave())`);
    await kit.controls.until("left.isConnected", false);
    await kit.controls.until("left.paused", true);
    const { length } = kit.servers.came;
    await sleep(500);
    expect(kit.servers.came).toHaveLength(length);
  });
});
