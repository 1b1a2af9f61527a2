// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { craftkit } from "./page.ts";

const site = "https://www.craftkit.dev";
const id = "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01";
const track = { provider: "craftkit", origin: "https://api.craftkit.dev", id };

test.each([`/renders/${id}`, `/renders/${id.toUpperCase()}/`, `/projects/a/renders/${id}?x#y`])(
  "%s is a render's page",
  (path) => {
    expect(craftkit.trackAt(new URL(site + path))).toEqual(track);
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
])("%s is none", (path) => {
  expect(craftkit.trackAt(new URL(site + path))).toBeNull();
  expect(craftkit.linkAt(new URL(site + path))).toBeNull();
});

const texts = (path: string): (string | null)[] =>
  craftkit.places(new URL(site + path), document).map(({ anchor }) => anchor.textContent);

test("buttons go behind the title, and in a list behind the first link of each render", () => {
  document.body.innerHTML = `<h1>Sheet</h1><a href="/renders/${id}">One</a>
    <a href="/renders/${id.toUpperCase()}">again</a> <a href="/renders/${id}.pdf">PDF</a>`;
  expect(texts(`/renders/${id}`)).toEqual(["Sheet"]);
  expect(texts("/renders")).toEqual(["One"]);
});

test("a track's page without a title has no place for buttons", () => {
  document.body.innerHTML = `<p>Sheet</p><a href="/renders/${id}">One</a>`;
  expect(texts(`/renders/${id}`)).toEqual([]);
});
