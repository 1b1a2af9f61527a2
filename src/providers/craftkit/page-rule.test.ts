// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { craftkit } from "./page-rule.ts";

const site = "https://www.craftkit.dev";
const id = "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01";
const track = { provider: "craftkit", origin: "https://api.craftkit.dev", id };

test.each([`/renders/${id}`, `/renders/${id.toUpperCase()}/`, `/projects/a/renders/${id}?x#y`])(
  "%s is a render's page",
  (path) => {
    expect(craftkit.findTrack(new URL(site + path))).toEqual(track);
  },
);

test.each([
  "/share/cks_4f2a9c71be",
  `/share/${id}`,
  `/share/renders/${id}`,
  `/v1/renders/${id}`,
  `/renders/${id}.pdf`,
  `/renders/${id}/shares`,
  `/renders/${id.slice(1)}`,
  `/renders/${"-".repeat(36)}`,
  `/renders/${"a".repeat(36)}`,
  `/renders/x${id}`,
])("%s is neither a render's page nor a share link", (path) => {
  expect(craftkit.findTrack(new URL(site + path))).toBeNull();
  expect(craftkit.findShareLink(new URL(site + path))).toBeNull();
});

const texts = (path: string): (string | null)[] =>
  craftkit.findPlacements(new URL(site + path), document).map(({ anchor }) => anchor.textContent);

test("buttons go after the heading, and on other pages after the first link to each render", () => {
  document.body.innerHTML = `<h1>Sheet</h1><a href="/renders/${id}">One</a>
    <a href="/renders/${id.toUpperCase()}">again</a> <a href="/renders/${id}.pdf">PDF</a>`;
  expect(texts(`/renders/${id}`)).toEqual(["Sheet"]);
  expect(texts("/renders")).toEqual(["One"]);
});

test("a render's page without a heading gets no buttons", () => {
  document.body.innerHTML = `<p>Sheet</p><a href="/renders/${id}">One</a>`;
  expect(texts(`/renders/${id}`)).toEqual([]);
});
