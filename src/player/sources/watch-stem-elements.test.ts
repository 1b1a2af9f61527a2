// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { EarmarkPlayer } from "../element/element.ts";
import "../entries/mixer-chunk.ts";

EarmarkPlayer.define();
afterEach(() => document.body.replaceChildren());

const ticks = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
};

async function addPlayer(): Promise<EarmarkPlayer> {
  vi.stubGlobal("fetch", () => {
    throw new Error("No request is expected.");
  });
  const player = new EarmarkPlayer();
  for (const label of ["Drums", "Bass"]) {
    const stem = document.createElement("earmark-stem");
    stem.setAttribute("label", label);
    stem.setAttribute("src", `https://files.example/${label}.mp3`);
    player.append(stem);
  }
  player.children[1]?.setAttribute("volume", "0.25");
  document.body.append(player);
  await ticks();
  return player;
}

const defaults = { volume: 1, muted: false, solo: false };

test("reads the stem elements and fetches no audio before play", async () => {
  const player = await addPlayer();
  expect(player.error).toBeNull();
  expect(player.stems).toEqual([
    { ...defaults, label: "Drums" },
    { ...defaults, label: "Bass", volume: 0.25 },
  ]);
});

test("applies changes by the page and by the listener", async () => {
  const player = await addPlayer();
  const events: string[] = [];
  for (const type of ["stemchange", "regionchange"])
    player.addEventListener(type, () => events.push(type));
  player.children[0]?.setAttribute("muted", "");
  await ticks();
  player.setStem(1, { solo: true, volume: 7 });
  expect(player.stems).toEqual([
    { ...defaults, label: "Drums", muted: true },
    { ...defaults, label: "Bass", volume: 1, solo: true },
  ]);
  expect(events).toEqual(["stemchange", "stemchange"]);
});

test("reopens when stems are removed or get another source", async () => {
  const player = await addPlayer();
  player.children[1]?.remove();
  await ticks();
  expect(player.stems.map(({ label }) => label)).toEqual(["Drums"]);
  player.children[0]?.setAttribute("src", "javascript:alert(1)");
  await ticks();
  expect([player.error?.kind, player.stems]).toEqual(["not-an-address", []]);
});
