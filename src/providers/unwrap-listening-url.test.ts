import { expect, test } from "vitest";
import { buildSettings } from "../model/build-settings.ts";
import { unwrapListeningUrl } from "./unwrap-listening-url.ts";

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
])("the listening page with %s plays the link", (rest) =>
  expect(unwrapListeningUrl(listenUrl + rest)).toBe(link),
);

test("ignores other parameters after an encoded address", () => {
  expect(unwrapListeningUrl(`${listenUrl}#src=${encoded}&lang=de`)).toBe(link);
});

test.each([
  link,
  "https://music.example/player/listen/",
  "https://music.example/player/listen/?x#src=a",
  "https://music.example.evil/player/listen/#src=a",
  "https://music.example/player/listen/frame.html#src=a",
  `${listenUrl}#src=%E0%A4%A`,
  "",
])("returns %j as it is", (address) => expect(unwrapListeningUrl(address)).toBe(address));

test("without a listening page returns every address as it is", () => {
  Object.assign(buildSettings, { listenUrl: "" });
  expect(unwrapListeningUrl(`#src=${encoded}`)).toBe(`#src=${encoded}`);
  Object.assign(buildSettings, { listenUrl });
});
