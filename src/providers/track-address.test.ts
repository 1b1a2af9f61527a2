import { expect, test } from "vitest";
import { providerHosts } from "./contract/hosts.ts";
import { addressOf } from "./track-address.ts";
import { examples } from "./page-examples.ts";
import { trackAt } from "./pages.ts";

test("a Mix That track's address is one that its rule knows", () => {
  const [origin = ""] = providerHosts.mixthat.origins;
  for (const id of Object.values(examples.mixthat.tracks)) {
    const track = { provider: "mixthat", origin, id } as const;
    expect(trackAt(addressOf(track) ?? "")).toEqual(track);
  }
});

test("a page of the web is its own address", () => {
  const id = "https://music.example/a?b=c#d";
  expect(addressOf({ provider: "web", origin: "https://music.example", id })).toBe(id);
});

test.each(["aitronos", "craftkit"] as const)(
  "nobody has said where a track of %s is",
  (provider) => {
    const [origin = ""] = providerHosts[provider].origins;
    const [id = ""] = Object.values(examples[provider].tracks);
    expect(addressOf({ provider, origin, id })).toBeNull();
  },
);

test.each(["javascript:alert(1)", "data:text/html,x", "//music.example", " https://a.example", ""])(
  "%j is nothing to open",
  (said) => {
    expect(addressOf({ provider: "web", origin: "https://a.example", id: said })).toBeNull();
    expect(addressOf({ provider: "mixthat", origin: said, id: "AbC123" })).toBeNull();
  },
);
