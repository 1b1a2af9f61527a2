import { describe, expect, test } from "vitest";
import { parsePlaybackUrl } from "./playback-url.ts";

describe("parsePlaybackUrl", () => {
  test("accepts https: always and http: only from a loopback host", () => {
    expect(parsePlaybackUrl("https://s.example/a b.mp3", false)).toBe(
      "https://s.example/a%20b.mp3",
    );
    expect(parsePlaybackUrl("http://127.0.0.1:1/a", true)).toBe("http://127.0.0.1:1/a");
    expect(parsePlaybackUrl("http://127.0.0.1:1/a", false)).toBeNull();
  });

  test.each([
    "/a.mp3",
    "",
    "javascript:alert(1)",
    "data:audio/mpeg;base64,AA",
    "blob:https://a/b",
    "file:///a",
  ])("refuses %s", (url) => {
    expect(parsePlaybackUrl(url, true)).toBeNull();
  });
});
