// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { embedCode } from "./embed-code.ts";

const player = { playerUrl: "https://player.example/p.js", playerIntegrity: "sha384-abc+/=" };

describe("embedCode", () => {
  it("is a script and a player", () => {
    expect(embedCode("https://x.example/s/1", player)).toBe(
      '<script src="https://player.example/p.js" integrity="sha384-abc+/=" crossorigin="anonymous" defer></script>\n' +
        '<earmark-player src="https://x.example/s/1"></earmark-player>',
    );
  });

  it("has no integrity when there is none", () => {
    expect(embedCode("u", { ...player, playerIntegrity: "" })).not.toContain("integrity");
  });

  it.each(['"><script>alert(1)</script>', "'&quot;<b>", "a&amp;b", "&lt;"])(
    "gives %s back as it was",
    (nasty) => {
      const place = document.createElement("div");
      place.innerHTML = embedCode(nasty, { playerUrl: nasty, playerIntegrity: nasty });
      expect(place.children).toHaveLength(2);
      expect(place.querySelector("earmark-player")?.getAttribute("src")).toBe(nasty);
      expect(place.querySelector("script")?.getAttribute("src")).toBe(nasty);
      expect(place.querySelector("script")?.getAttribute("integrity")).toBe(nasty);
    },
  );
});
