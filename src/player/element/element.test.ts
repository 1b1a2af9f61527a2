// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { trackShare } from "../../../test/kits/player-examples.ts";
import { EarmarkPlayer } from "./element.ts";

const src = "https://api.example/v1/music/shared/";
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return url.endsWith("gone") ? new Response("", { status: 404 }) : Response.json(trackShare);
  });
  EarmarkPlayer.define();
});
afterEach(() => document.body.replaceChildren());

const ticks = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
};

function place(token: string): EarmarkPlayer {
  const player = new EarmarkPlayer();
  player.src = src + token;
  document.body.append(player);
  return player;
}

test("defines itself once, however often the script is there", async () => {
  expect(() => EarmarkPlayer.define()).not.toThrow();
  vi.resetModules();
  await expect(import("../entries/player.ts")).resolves.toBeDefined();
  expect(customElements.get("earmark-player")).toBe(EarmarkPlayer);
});

test("requests the share once, has a closed shadow root, and dispatches loadedmetadata", async () => {
  const player = new EarmarkPlayer();
  const told = vi.fn();
  player.addEventListener("loadedmetadata", told);
  document.body.append(player);
  player.setAttribute("src", `${src}a`);
  await ticks();
  expect(asked).toEqual([`${src}a`]);
  expect(player.shadowRoot).toBeNull();
  expect([player.duration, player.paused, player.currentTime, player.error]).toEqual([
    184.2,
    true,
    0,
    null,
  ]);
  expect(told).toHaveBeenCalledTimes(1);
});

test("opens another source when src changes, and has an error when it cannot", async () => {
  const player = place("a");
  await ticks();
  const told = vi.fn(() => player.error?.kind);
  player.addEventListener("error", told);
  player.src = `${src}gone`;
  await ticks();
  expect(told).toHaveReturnedWith("gone");
  expect(player.error?.message).toMatch(/^This link no longer works/);
  player.src = `${src}b`;
  await ticks();
  expect([player.error, asked.length]).toEqual([null, 3]);
});

test("has an error without a src, and makes no request", async () => {
  const player = new EarmarkPlayer();
  document.body.append(player);
  await ticks();
  expect([player.error?.kind, asked.length]).toEqual(["not-an-address", 0]);
});

test("continues while it is moved, and stops when it is removed", async () => {
  const player = place("a");
  await ticks();
  void player.play().catch(() => undefined);
  const elsewhere = document.createElement("section");
  document.body.append(elsewhere);
  elsewhere.append(player);
  await ticks();
  expect([player.paused, asked.length]).toEqual([false, 1]);
  player.remove();
  await ticks();
  document.body.append(player);
  await ticks();
  expect([player.error, asked.length]).toEqual([null, 2]);
});

test("lets only one player of a page play", async () => {
  const [first, second] = [place("a"), place("b")];
  await ticks();
  void first.play().catch(() => undefined);
  void second.play().catch(() => undefined);
  expect([first.paused, second.paused]).toEqual([true, false]);
});

test("behaves like a media element", async () => {
  const player = place("a");
  const events: string[] = [];
  for (const type of ["play", "pause"]) player.addEventListener(type, () => events.push(type));
  await ticks();
  const played = player.play();
  player.pause();
  await expect(played).rejects.toMatchObject({ name: "AbortError" });
  expect(events).toEqual(["play", "pause"]);
  player.currentTime = 30;
  player.volume = 0.5;
  player.muted = true;
  expect([player.currentTime, player.volume, player.muted]).toEqual([30, 0.5, true]);
  await expect(new EarmarkPlayer().play()).rejects.toMatchObject({ name: "InvalidStateError" });
});
