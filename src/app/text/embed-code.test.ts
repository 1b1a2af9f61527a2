// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import { createEmbedCode, createFrameCode, createListeningAddress } from "./embed-code.ts";

const player = { playerUrl: "https://player.example/p.js", playerIntegrity: "sha384-abc+/=" };

describe("createEmbedCode", () => {
  test("returns a script and a player element", () => {
    expect(createEmbedCode("https://x.example/s/1", player)).toBe(
      '<script src="https://player.example/p.js" integrity="sha384-abc+/=" crossorigin="anonymous" defer></script>\n' +
        '<earmark-player src="https://x.example/s/1"></earmark-player>',
    );
  });

  test("omits an empty integrity", () => {
    expect(createEmbedCode("u", { ...player, playerIntegrity: "" })).not.toContain("integrity");
  });

  test.each(['"><script>alert(1)</script>', "'&quot;<b>", "a&amp;b", "&lt;"])(
    "escapes %s so that it is parsed unchanged",
    (nasty) => {
      const place = document.createElement("div");
      place.innerHTML = createEmbedCode(nasty, { playerUrl: nasty, playerIntegrity: nasty });
      expect(place.children).toHaveLength(2);
      expect(place.querySelector("earmark-player")?.getAttribute("src")).toBe(nasty);
      expect(place.querySelector("script")?.getAttribute("src")).toBe(nasty);
      expect(place.querySelector("script")?.getAttribute("integrity")).toBe(nasty);
    },
  );
});

describe("createFrameCode", () => {
  const given = { listenUrl: "https://listen.example/", title: "Music" };

  test("returns a sandboxed frame with the link in the fragment, which no server sees", () => {
    const place = document.createElement("div");
    place.innerHTML = createFrameCode("https://x.example/s/1?auth_token=a&b=c", given);
    const [frame] = place.querySelectorAll("iframe");
    expect(place.children).toHaveLength(1);
    const { hash, origin, pathname } = new URL(frame?.src ?? "");
    expect([origin, pathname]).toEqual(["https://listen.example", "/frame.html"]);
    expect(decodeURIComponent(hash)).toBe("#src=https://x.example/s/1?auth_token=a&b=c");
    expect(frame?.getAttribute("sandbox")).not.toContain("allow-same-origin");
    expect(frame?.getAttribute("referrerpolicy")).toBe("no-referrer");
  });

  test.each(['"><script>alert(1)</script>', "'&quot;<b>"])(
    "escapes %s in its attributes",
    (nasty) => {
      const place = document.createElement("div");
      place.innerHTML = createFrameCode(nasty, { ...given, title: nasty });
      expect(place.children).toHaveLength(1);
      expect(place.querySelector("iframe")?.getAttribute("title")).toBe(nasty);
      expect(place.querySelector("script, b")).toBeNull();
    },
  );
});

test("createListeningAddress puts the link into the fragment", () => {
  const address = new URL(
    createListeningAddress("https://x.example/s/1", "https://listen.example/"),
  );
  expect(address.pathname + address.search).toBe("/");
  expect(decodeURIComponent(address.hash)).toBe("#src=https://x.example/s/1");
});
