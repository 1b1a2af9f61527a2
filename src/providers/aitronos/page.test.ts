// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { buildSettings } from "../../model/build-settings.ts";
import { linkAt, placesOn, trackAt, trackOf } from "../pages.ts";

const ID = "mtrack_7c1a9e2f4b8d";
const self = "https://music.example";
(buildSettings.origins as string[]).push(self);

test.each([
  [`https://chat.aitronos.com/music/${ID}`, "https://api.aitronos.com"],
  [`https://chat.aitronos.com/app/tracks/${ID}/stems?x=1#y`, "https://api.aitronos.com"],
  [`${self}/tracks/${ID}`, self],
])("%s is a track page", (address, origin) => {
  expect(trackAt(address)).toEqual({ provider: "aitronos", origin, id: ID });
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
])("%s is none", (address) => {
  expect(trackAt(address)).toBeNull();
});

test("a share address is known at its own origin only", () => {
  const path = "/v1/music/shared/shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c";
  const token = "shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c";
  const origin = "https://api.aitronos.com";
  expect(linkAt(origin + path)).toEqual({ provider: "aitronos", origin, token });
  expect(linkAt(`https://evil.example${path}`)).toBeNull();
  expect(linkAt(`${origin}/v1/music/shared/..%2F..`)).toBeNull();
});

test.each(["mtrack_", "../mtrack_abcdef", "mtrack_abcdef/share", "", "MTRACK abc"])(
  "a page cannot mean %j",
  (id) => {
    expect(trackOf("https://chat.aitronos.com/", id)).toBeNull();
  },
);

test("buttons go behind the title of a track page", () => {
  document.body.innerHTML = "<header><h1>Site</h1></header><main><h1>Song</h1></main>";
  const places = placesOn(`${self}/tracks/${ID}`, document);
  expect(places.map(({ anchor }) => anchor.textContent)).toEqual(["Song"]);
});

test("in a list they go behind the first link of each track", () => {
  document.body.innerHTML = `<ul>
    <li><a href="/tracks/${ID}">One</a> <a href="/tracks/${ID}">again</a></li>
    <li><a href="/tracks/mtrack_000000">Two</a></li>
    <li><a href="https://evil.example/mtrack_111111">Three</a></li></ul>`;
  const places = placesOn(`${self}/tracks`, document);
  expect(places.map(({ anchor }) => anchor.textContent)).toEqual(["One", "Two"]);
});
