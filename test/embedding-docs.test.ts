// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createFrameCode } from "../src/app/text/embed-code.ts";

/* What docs/embedding.md and the oEmbed template tell people to paste is what "Copy embed code" gives. */

const read = (path: string): string => readFileSync(path, "utf8");

/** The attributes of every frame in a text, but for where each leads and what it is called. */
function framesIn(text: string): Record<string, string>[] {
  return [...text.matchAll(/<iframe[^>]*>/g)].map(([tag]) => {
    const place = document.createElement("div");
    place.innerHTML = tag;
    const attributes = [...(place.querySelector("iframe")?.attributes ?? [])];
    const own = attributes.filter(({ name }) => !["src", "title", "name"].includes(name));
    return Object.fromEntries(own.map(({ name, value }) => [name, value]));
  });
}

const [given] = framesIn(
  createFrameCode("https://x.example/s", { listenUrl: "https://l.example/", title: "" }),
);

test("the documentation's frames, and WordPress's, are the ones the app copies", () => {
  const [pasted, wordpress, driven, ...others] = framesIn(
    read("docs/embedding.md").replaceAll(/`<[^`]*`/g, ""),
  );
  expect(pasted).toEqual(given);
  expect(wordpress).toEqual(given);
  // The one for the published player.js client has an origin, and says why.
  expect(driven?.["sandbox"]).toBe("allow-scripts allow-same-origin");
  expect(others).toEqual([]);
});

test("so is the template's", () => {
  const { html } = JSON.parse(read("src/player/listen/oembed.json")) as { html: string };
  expect(framesIn(html)).toEqual([given]);
});

test("every script in the documentation is pinned", () => {
  const scripts = [
    ...read("docs/embedding.md").matchAll(/<script\b[^>]*\bsrc="[^"]*earmark-player\.js"[^>]*>/g),
  ];
  expect(scripts.length).toBeGreaterThan(0);
  for (const [tag] of scripts)
    expect(tag).toMatch(/integrity="sha384-[^"]+"\s+crossorigin="anonymous"/);
});
