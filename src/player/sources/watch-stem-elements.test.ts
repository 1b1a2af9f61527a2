// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from "vitest";
import { EarmarkPlayer } from "../element/element.ts";
import "../entries/mixer.ts";

EarmarkPlayer.define();
afterEach(() => document.body.replaceChildren());

const ticks = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
};

async function place(): Promise<EarmarkPlayer> {
  vi.stubGlobal("fetch", () => {
    throw new Error("Nothing is to be asked for.");
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

const bare = { volume: 1, muted: false, solo: false };

it("reads the stems in a player, and asks for no sound before a press", async () => {
  const player = await place();
  expect(player.error).toBeNull();
  expect(player.stems).toEqual([
    { ...bare, label: "Drums" },
    { ...bare, label: "Bass", volume: 0.25 },
  ]);
});

it("follows what the page changes, and what the listener does", async () => {
  const player = await place();
  const told: string[] = [];
  for (const type of ["stemchange", "regionchange"])
    player.addEventListener(type, () => told.push(type));
  player.children[0]?.setAttribute("muted", "");
  await ticks();
  player.setStem(1, { solo: true, volume: 7 });
  expect(player.stems).toEqual([
    { ...bare, label: "Drums", muted: true },
    { ...bare, label: "Bass", volume: 1, solo: true },
  ]);
  expect(told).toEqual(["stemchange", "stemchange"]);
});

it("opens again when there are other stems", async () => {
  const player = await place();
  player.children[1]?.remove();
  await ticks();
  expect(player.stems.map(({ label }) => label)).toEqual(["Drums"]);
  player.children[0]?.setAttribute("src", "javascript:alert(1)");
  await ticks();
  expect([player.error?.kind, player.stems]).toEqual(["not-an-address", []]);
});
