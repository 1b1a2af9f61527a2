import { expect, it } from "vitest";
import { adaTracks, stemTrack } from "../../sandbox/accounts.ts";
import { bundle, frameworks } from "./bundle-examples.ts";
import { inEachBrowser, later, player } from "./kit.ts";

const other = adaTracks[1] ?? stemTrack;

inEachBrowser("the examples", (kit) => {
  it.each(frameworks)("%s: properties, events, and an end", async (framework) => {
    const example = (await bundle(framework)).replaceAll("</script", "<\\/script");
    const [script] = kit.code("").split("\n");
    await kit.driver.open(
      kit.places.page(`<div id="place"></div><script>${example}</script>${script}`),
    );
    const is = (expression: string, value: unknown = true): Promise<void> =>
      kit.visitor.until(`${player()}.${expression}`, value);
    const says = (words: RegExp): Promise<void> => kit.visitor.read(words);

    await kit.driver.evaluate(`show(${JSON.stringify(await kit.share())})`);
    await says(new RegExp(`${stemTrack.title} · 0.0 s`));
    await is("volume", 0.5);
    await kit.visitor.click("button", "Play");
    await says(/ [1-9]\.\d s/);
    await kit.visitor.click("button", "From the start");
    await is("currentTime < 1");

    await kit.driver.evaluate(`show(${JSON.stringify(await kit.share(other.id))})`);
    await says(new RegExp(`${other.title} · `));
    await is("paused");
    await kit.visitor.click("button", "Play");
    await is("currentTime > 0");
    await kit.driver.evaluate(`void (${player()}.currentTime = ${player()}.duration - 0.5)`);
    await kit.visitor.until("ends", 1);

    await kit.driver.evaluate(`void (${player()}.currentTime = 0)`);
    await kit.visitor.click("button", "Play");
    await is("currentTime > 0.1");
    await kit.driver.evaluate(`void (globalThis.left = ${player()}, leave())`);
    await kit.visitor.until("left.isConnected", false);
    await kit.visitor.until("left.paused", true);
    const { length } = kit.places.came;
    await later(500);
    expect(kit.places.came).toHaveLength(length);
  });
});
