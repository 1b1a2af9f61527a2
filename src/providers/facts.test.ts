import { expect, test } from "vitest";
import { providerHosts } from "./hosts.ts";
import { trackPageOf } from "./facts.ts";
import { pageExamples } from "./page-examples.ts";
import { trackAt } from "./pages.ts";

test("a Mix That track's address is one that its rule knows", () => {
  const [origin = ""] = providerHosts.mixthat.origins;
  for (const id of Object.values(pageExamples.mixthat.tracks)) {
    const track = { provider: "mixthat", origin, id } as const;
    expect(trackAt(trackPageOf(track) ?? "")).toEqual(track);
  }
});

test("a page of the web is its own address", () => {
  const id = "https://music.example/a?b=c#d";
  expect(trackPageOf({ provider: "web", origin: "https://music.example", id })).toBe(id);
});

test.each(["aitronos", "craftkit"] as const)(
  "nobody has said where a track of %s is",
  (provider) => {
    const [origin = ""] = providerHosts[provider].origins;
    const [id = ""] = Object.values(pageExamples[provider].tracks);
    expect(trackPageOf({ provider, origin, id })).toBeNull();
  },
);

test.each(["javascript:alert(1)", "data:text/html,x", "//music.example", " https://a.example", ""])(
  "%j is nothing to open",
  (said) => {
    expect(trackPageOf({ provider: "web", origin: "https://a.example", id: said })).toBeNull();
    expect(trackPageOf({ provider: "mixthat", origin: said, id: "AbC123" })).toBeNull();
  },
);
