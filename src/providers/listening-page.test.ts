import { expect, test } from "vitest";
import { buildSettings } from "../model/build-settings.ts";
import { playedAt } from "./listening-page.ts";

const listenUrl = "https://music.example/player/listen/";
const link = "https://app.mixthat.co/tracks/AbC123?auth_token=a.b.c&is_public=1";
const encoded = encodeURIComponent(link);
Object.assign(buildSettings, { listenUrl });

test.each([
  `#src=${encoded}`,
  `#${link}`,
  `index.html#src=${encoded}`,
  `#src=${link}`,
  `#${encoded}`,
])("a listening page at %s plays the link", (rest) =>
  expect(playedAt(listenUrl + rest)).toBe(link),
);

test("what follows an encoded address is for others", () => {
  expect(playedAt(`${listenUrl}#src=${encoded}&lang=de`)).toBe(link);
});

test.each([
  link,
  "https://music.example/player/listen/",
  "https://music.example/player/listen/?x#src=a",
  "https://music.example.evil/player/listen/#src=a",
  "https://music.example/player/listen/frame.html#src=a",
  `${listenUrl}#src=%E0%A4%A`,
  "",
])("%j is itself", (address) => expect(playedAt(address)).toBe(address));

test("without a listening page no address is one", () => {
  Object.assign(buildSettings, { listenUrl: "" });
  expect(playedAt(`#src=${encoded}`)).toBe(`#src=${encoded}`);
  Object.assign(buildSettings, { listenUrl });
});
