import { expect, test } from "vitest";
import { getTrackPage } from "./facts.ts";
import { providerHosts } from "./hosts.ts";
import { pageExamples } from "./page-examples.ts";
import { findTrack } from "./page-rules.ts";

test("the page address of a Mix That track is one that its page rule finds", () => {
  const [origin = ""] = providerHosts.mixthat.origins;
  for (const id of Object.values(pageExamples.mixthat.tracks)) {
    const track = { provider: "mixthat", origin, id } as const;
    expect(findTrack(getTrackPage(track) ?? "")).toEqual(track);
  }
});

test("the id of a web page is its address", () => {
  const id = "https://music.example/a?b=c#d";
  expect(getTrackPage({ provider: "web", origin: "https://music.example", id })).toBe(id);
});

test.each(["aitronos", "craftkit"] as const)(
  "a track of %s has no documented page address",
  (provider) => {
    const [origin = ""] = providerHosts[provider].origins;
    const [id = ""] = Object.values(pageExamples[provider].tracks);
    expect(getTrackPage({ provider, origin, id })).toBeNull();
  },
);

test.each(["javascript:alert(1)", "data:text/html,x", "//music.example", " https://a.example", ""])(
  "%j is not an address to open",
  (said) => {
    expect(getTrackPage({ provider: "web", origin: "https://a.example", id: said })).toBeNull();
    expect(getTrackPage({ provider: "mixthat", origin: said, id: "AbC123" })).toBeNull();
  },
);
