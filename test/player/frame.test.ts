import { expect, test } from "vitest";
import { stemTrack } from "../../sandbox/accounts.ts";
import { inEachBrowser, player } from "./kit.ts";
import { measurePitch } from "./pitch.ts";

/** A page's side of the protocol, by hand: everything a frame posts, and a way to post to it. */
const listener = `<script>
  const told = [];
  addEventListener("message", ({ data, source, origin }) => {
    const from = [...document.querySelectorAll("iframe")].findIndex((frame) => frame.contentWindow === source);
    told.push({ from, origin, ...JSON.parse(data) });
  });
  const say = (method, value, frame = 0) => document.querySelectorAll("iframe")[frame].contentWindow
    .postMessage(JSON.stringify({ context: "player.js", version: "0.0.11", method, value, listener: "page" }), "*");
</script>`;

inEachBrowser("the sandboxed frame", (kit) => {
  // Higher than what is pasted, so that what opens below can be pressed without scrolling.
  const frame = (link: string): string => kit.frame(link).replace('height="160"', 'height="320"');
  const isTold = (event: string): Promise<void> =>
    kit.controls.until(`told.some((each) => each.event === "${event}")`, true);
  const answer = async (method: string): Promise<unknown> => {
    await kit.driver.evaluate(`say("${method}")`);
    await isTold(method);
    return kit.driver.evaluate(
      `told.splice(told.findIndex((each) => each.event === "${method}"), 1)[0].value`,
    );
  };

  test("plays without an origin, by mouse", async () => {
    await kit.driver.open(kit.servers.page(frame(await kit.share()), listener));
    await kit.controls.read(stemTrack.title, 0);
    const samples = await kit.speaker.record(async () => {
      await kit.controls.click("button", "Play", { frame: 0 });
      await kit.controls.until(`${player()}.currentTime > 1.4`, true, 0);
    });
    expect(Math.abs(measurePitch(samples, 0.1).hz / stemTrack.expectedPitch - 1)).toBeLessThan(
      0.01,
    );
    await kit.controls.click("button", "Pause", { frame: 0 });
    await kit.controls.until(`${player()}.paused`, true, 0);
    // What is fetched later came too, though to a page without an origin everything is another's.
    await kit.controls.click("button", "More controls", { frame: 0 });
    await kit.controls.click("button", "Forward 10 seconds", { frame: 0 });
    await kit.controls.until(`${player()}.currentTime > 10`, true, 0);
  });

  test("is controlled by the page around it, and tells it no address", async () => {
    const link = await kit.share();
    await kit.driver.open(kit.servers.page(frame(link), listener));
    await isTold("ready");
    const [ready] = (await kit.driver.evaluate("told")) as [
      { origin: string; value: { src: string } },
    ];
    expect(ready.origin).toBe("null");
    expect(ready.value.src).toBe(`${kit.servers.player}/listen/frame.html`);
    await kit.controls.read(stemTrack.title, 0);
    expect(await answer("getPaused")).toBe(true);
    expect(await answer("getDuration")).toBeCloseTo(stemTrack.durationSeconds, 0);
    await kit.driver.evaluate(
      `void (say("setVolume", 40), say("setCurrentTime", 5), say("setLoop", true), say("mute"))`,
    );
    expect(await answer("getVolume")).toBe(40);
    expect(await answer("getCurrentTime")).toBe(5);
    expect(await answer("getLoop")).toBe(true);
    expect(await answer("getMuted")).toBe(true);
    const all = JSON.stringify(await kit.driver.evaluate("told"));
    expect(all).not.toContain(link.split("/").at(-1));
  });

  test("takes no orders from a sibling or from itself", async () => {
    const sibling = `<iframe sandbox="allow-scripts" srcdoc="<script>
      for (const target of [parent.frames[0], parent])
        target.postMessage(JSON.stringify({ context: 'player.js', method: 'setVolume', value: 3 }), '*');
      parent.postMessage(JSON.stringify({ event: 'forged' }), '*');
    </script>"></iframe>`;
    await kit.driver.open(kit.servers.page(frame(await kit.share()) + sibling, listener));
    await isTold("ready");
    // Again, now that the player surely listens.
    await kit.driver.evaluate(`void (document.querySelectorAll("iframe")[1].srcdoc += " ")`);
    await kit.controls.until('told.filter((each) => each.event === "forged").length', 2);
    expect(await answer("getVolume")).toBe(100);
  });

  test("names what is wrong to the page too", async () => {
    const link = await kit.share();
    await kit.revoke(link);
    await kit.driver.open(kit.servers.page(frame(link), listener));
    await kit.controls.read(/no longer works/, 0);
    await isTold("ready");
    await kit.driver.evaluate('say("addEventListener", "error")');
    await kit.driver.evaluate('say("nonsense")');
    await kit.controls.until(
      'told.filter(({ event }) => event === "error").map(({ value }) => value.code)',
      [2],
    );
    await kit.driver.evaluate('say("play")');
    await kit.controls.read(/no longer works/, 0);
  });

  test("keeps a link that the page around it was never told", async () => {
    const link = await kit.share();
    const led = frame(link).replace(
      /src="([^"]+)"/,
      (_src, address: string) => `src="${kit.servers.through(address)}"`,
    );
    await kit.driver.open(kit.servers.page(led, listener));
    await kit.controls.read(stemTrack.title, 0);
    await isTold("ready");
    await answer("getDuration");
    const tries = (await kit.driver.evaluate(`[
      (frame) => frame.outerHTML,
      (frame) => frame.contentDocument.URL,
      (frame) => frame.contentWindow.location.href,
      (frame) => frame.contentWindow.document.body.innerHTML,
      (frame) => frame.contentWindow.name,
      (frame) => JSON.stringify(performance.getEntries()),
      () => JSON.stringify(told),
    ].map((attempt) => {
      try {
        return String(attempt(document.querySelector("iframe")));
      } catch (error) {
        return error.name;
      }
    })`)) as string[];
    expect(tries).toHaveLength(7);
    for (const secret of [link.split("/").at(-1) ?? link, "shr_", "sig="])
      expect(tries.filter((found) => found.includes(secret))).toEqual([]);
  });
});
