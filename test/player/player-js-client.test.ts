import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { stemTrack } from "../../sandbox/accounts.ts";
import { inEachBrowser } from "./kit.ts";

/** The client that pages use, as published: https://www.npmjs.com/package/player.js */
const client = readFileSync(createRequire(import.meta.url).resolve("player.js"), "utf8");

/*
 * The client drops what comes from an origin other than its frame's address, so its frame keeps one (allow-same-origin:
 * that of the player's host, not of the page). And it waits for its frame's own `src` to come back: the link is in `name`.
 */
const drive = `
  const frame = document.querySelector("iframe");
  const player = new playerjs.Player(frame);
  const told = {};
  for (const name of ["play", "pause", "ended", "timeupdate", "progress", "error"])
    player.on(name, (value) => (told[name] ??= []).push(value ?? null));
  player.on("ready", () => (told.ready = true));
  const get = (name) => new Promise((answer) => player["get" + name](answer));
  const getAll = async () => {
    const names = ["Paused", "Muted", "Volume", "Duration", "CurrentTime", "Loop"];
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await get(name)])));
  };
`;

inEachBrowser("the public player.js client", (kit) => {
  test("drives the frame through every method, and hears every event", async () => {
    const link = await kit.share();
    const frame = `<iframe name="${link}" src="${kit.servers.player}/listen/frame.html" sandbox="allow-scripts allow-same-origin" allow="autoplay" width="600" height="160"></iframe>`;
    await kit.driver.open(
      kit.servers.page(`${frame}<script>${client}</script><script>${drive}</script>`),
    );
    const until = kit.controls.until;
    await until("told.ready", true);
    expect(await kit.driver.evaluate('player.supports("method", playerjs.METHODS.all())')).toBe(
      true,
    );
    expect(await kit.driver.evaluate('player.supports("event", playerjs.EVENTS.all())')).toBe(true);
    await kit.controls.read(stemTrack.title, 0);
    await until("getAll()", {
      Paused: true,
      Muted: false,
      Volume: 100,
      Duration: expect.closeTo(stemTrack.durationSeconds, 0),
      CurrentTime: 0,
      Loop: false,
    });

    // A press in the frame is what lets it sound at all.
    await kit.controls.click("button", "Play", { frame: 0 });
    // Until the device has settled: while it starts, WebKitGTK (2.50) may lose a seek, and with it the end (2 of 50 runs).
    await until("told.play?.length > 0 && told.timeupdate?.at(-1).seconds > 1", true);
    expect(await kit.driver.evaluate("told.timeupdate.at(-1).duration")).toBeCloseTo(
      stemTrack.durationSeconds,
      0,
    );
    await kit.driver.evaluate("player.pause()");
    await until('get("Paused")', true);
    await kit.driver.evaluate(
      "void (player.setVolume(30), player.mute(), player.setLoop(true), player.setCurrentTime(6))",
    );
    await until("getAll()", {
      Paused: true,
      Muted: true,
      Volume: 30,
      Duration: expect.closeTo(stemTrack.durationSeconds, 0),
      CurrentTime: expect.closeTo(6, 1),
      Loop: true,
    });
    await kit.driver.evaluate(
      `void (player.unmute(), player.setLoop(false), player.setCurrentTime(${stemTrack.durationSeconds - 0.5}), player.play())`,
    );
    await until("told.ended?.length", 1);
    await until("told.pause.length > 0 && told.progress.length > 0", true);
    expect(await kit.driver.evaluate("told.error ?? null")).toBeNull();
    expect(JSON.stringify(await kit.driver.evaluate("[told, frame.src]"))).not.toContain("shr_");

    await kit.driver.evaluate(
      "void (told.timeupdate.length = 0, player.off('timeupdate'), player.setCurrentTime(2))",
    );
    await until('get("CurrentTime").then(Math.round)', 2);
    expect(await kit.driver.evaluate("told.timeupdate.length")).toBe(0);
  });
});
