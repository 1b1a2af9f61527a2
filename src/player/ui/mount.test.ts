// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { createElement } from "../lib/dom.ts";
import { addStyleSheet, mountView } from "./mount.ts";

afterEach(() => vi.unstubAllGlobals());

function shown(colorScheme: string, color: string) {
  const style = { colorScheme, color };
  vi.stubGlobal("getComputedStyle", () => style);
  const LaidOut = class {
    readonly observe: () => void;
    constructor(seen: () => void) {
      this.observe = seen;
    }
  };
  vi.stubGlobal("ResizeObserver", LaidOut);
  const host = createElement("div");
  document.body.replaceChildren(host);
  const drawn = createElement("div");
  const root = host.attachShadow({ mode: "open" });
  const life = new AbortController();
  mountView(root, drawn, life.signal);
  return { style, drawn, root, life, scheme: () => drawn.style.getPropertyValue("color-scheme") };
}

test.each([
  ["normal", "rgb(0, 0, 0)", "light"],
  ["normal", "rgb(238, 238, 238)", "dark"],
  ["normal", "rgba(255, 255, 255, 0.87)", "dark"],
  ["normal", "oklch(0.2 0.3 290)", "light"],
  ["normal", "oklch(0.985 0.002 247.839)", "dark"],
  ["normal", "oklab(0.9 0 0 / 0.8)", "dark"],
  ["normal", "lab(91.2 -3.4 100)", "dark"],
  ["normal", "lch(30 120 250)", "light"],
  ["normal", "color(srgb 0.1 0.2 0.1)", "light"],
  ["normal", "color(display-p3 0.9 0.9 0.8 / 0.9)", "dark"],
  ["light dark", "rgb(255, 255, 255)", "inherit"],
  ["dark", "rgb(0, 0, 0)", "inherit"],
])("on a page of scheme %j with letters of %j it is %s", (named, letters, scheme) => {
  expect(shown(named, letters).scheme()).toBe(scheme);
});

test("follows the page's colours after it has loaded, until it is aborted", () => {
  const { style, scheme, life } = shown("normal", "rgb(0, 0, 0)");
  style.color = "rgb(255, 255, 255)";
  dispatchEvent(new Event("load"));
  expect(scheme()).toBe("dark");
  life.abort();
  style.color = "rgb(0, 0, 0)";
  dispatchEvent(new Event("load"));
  expect(scheme()).toBe("dark");
});

test("adds a style sheet once, shared by all players of the page", () => {
  const [one, two] = [shown("normal", ""), shown("normal", "")];
  for (const { drawn } of [one, one, two]) addStyleSheet(drawn, ".later { color: red }");
  expect(one.root.adoptedStyleSheets).toHaveLength(2);
  expect(two.root.adoptedStyleSheets[1]).toBe(one.root.adoptedStyleSheets[1]);
  expect(one.root.querySelector("style")).toBeNull();
});
