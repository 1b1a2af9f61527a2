// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { buildSettings } from "../../model/build-settings.ts";
import { findShareLink, findPlacements, findTrack, findTrackById } from "../page-rules.ts";

const ID = "mtrack_7c1a9e2f4b8d";
const self = "https://music.example";
(buildSettings.origins as string[]).push(self);

test.each([
  [`https://chat.aitronos.com/music/${ID}`, "https://api.aitronos.com"],
  [`https://chat.aitronos.com/app/tracks/${ID}/stems?x=1#y`, "https://api.aitronos.com"],
  [`${self}/tracks/${ID}`, self],
])("%s is a track page", (address, origin) => {
  expect(findTrack(address)).toEqual({ provider: "aitronos", origin, id: ID });
});

test.each([
  `https://chat.aitronos.com.evil.example/music/${ID}`,
  `https://chat.aitronos.com@evil.example/music/${ID}`,
  `https://evil.example/chat.aitronos.com/${ID}`,
  `http://chat.aitronos.com/music/${ID}`,
  `https://chat.aitronos.com:8443/music/${ID}`,
  `https://api.aitronos.com/v1/music/org_a/tracks/${ID}`,
  "https://chat.aitronos.com/music/mtrack_",
  `https://chat.aitronos.com/?track=${ID}`,
  `${self}/tracks/x${ID}`,
  "not an address",
])("%s is not a track page", (address) => {
  expect(findTrack(address)).toBeNull();
});

test("finds a share link only at the origin of the API", () => {
  const path = "/v1/music/shared/shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c";
  const token = "shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c";
  const origin = "https://api.aitronos.com";
  expect(findShareLink(origin + path)).toEqual({ provider: "aitronos", origin, token });
  expect(findShareLink(`https://evil.example${path}`)).toBeNull();
  expect(findShareLink(`${origin}/v1/music/shared/..%2F..`)).toBeNull();
});

test.each(["mtrack_", "../mtrack_abcdef", "mtrack_abcdef/share", "", "MTRACK abc"])(
  "%j is not a track id",
  (id) => {
    expect(findTrackById("https://chat.aitronos.com/", id)).toBeNull();
  },
);

test("on a track page, buttons go after the heading in main", () => {
  document.body.innerHTML = "<header><h1>Site</h1></header><main><h1>Song</h1></main>";
  const placements = findPlacements(`${self}/tracks/${ID}`, document);
  expect(placements.map(({ anchor }) => anchor.textContent)).toEqual(["Song"]);
});

test("on other pages, buttons go after the first link to each track", () => {
  document.body.innerHTML = `<ul>
    <li><a href="/tracks/${ID}">One</a> <a href="/tracks/${ID}">again</a></li>
    <li><a href="/tracks/mtrack_000000">Two</a></li>
    <li><a href="https://evil.example/mtrack_111111">Three</a></li></ul>`;
  const placements = findPlacements(`${self}/tracks`, document);
  expect(placements.map(({ anchor }) => anchor.textContent)).toEqual(["One", "Two"]);
});
