// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { mixthat } from "./page-rule.ts";

const site = "https://app.mixthat.co";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
const link = (value: string): URL =>
  new URL(`${site}/tracks/AbC123?auth_token=${encodeURIComponent(value)}&is_public=1`);

const texts = (path: string): (string | null)[] =>
  mixthat.findPlacements(new URL(site + path), document).map(({ anchor }) => anchor.textContent);

test("a track page with a token is also a share link", () => {
  expect(mixthat.findTrack(link(token))).toEqual({
    provider: "mixthat",
    origin: site,
    id: "AbC123",
  });
  expect(mixthat.findShareLink(link(token))).toEqual({
    provider: "mixthat",
    origin: site,
    token,
    track: "AbC123",
  });
});

test.each(["", "short", "a b.c.d.e", "a\r\nX-Evil: 1", "../../x", "ü".repeat(9), "a".repeat(4097)])(
  "%j is not a token",
  (value) => {
    expect(mixthat.findShareLink(link(value))).toBeNull();
    expect(mixthat.findTrack(link(value))).not.toBeNull();
  },
);

test.each([
  "/tracks/AbC12",
  "/tracks/AbC1234",
  "/tracks/AbC-12",
  "/tracks/AbC123/mixes",
  "/tracks//AbC123",
  "/Tracks/mtrack_abcdef",
  "/x/tracks/AbC123",
  "/api/v1/tracks/AbC123",
])("%s is not a track page", (path) => {
  expect(mixthat.findTrack(new URL(site + path))).toBeNull();
});

test("ids that differ in case are different tracks", () => {
  expect(mixthat.findTrack(new URL(`${site}/tracks/abc123`))).toMatchObject({ id: "abc123" });
});

test("buttons go after the heading in main, and on other pages after the first link to each track", () => {
  document.body.innerHTML = `<header><h1>Site</h1></header><main><h1>Song</h1>
    <a href="/tracks/AbC123">One</a> <a href="tracks/AbC123?x=1">again</a>
    <a href="/tracks/zzz999">Two</a> <a href="/tracks/new">New</a>
    <a href="https://evil.example/tracks/AbC999">Three</a></main>`;
  expect(texts("/tracks/AbC123")).toEqual(["Song"]);
  expect(texts("/")).toEqual(["One", "Two"]);
});
