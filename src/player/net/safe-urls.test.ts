// @vitest-environment node
import { describe, expect, it } from "vitest";
import { parsePlaybackUrl, parseSourceUrl } from "./safe-urls.ts";

describe("parseSourceUrl", () => {
  it.each([
    ["/a.mp3", "https://blog.example/a.mp3", false],
    [" https://s.example/a ", "https://s.example/a", false],
    ["http://127.0.0.1:4000/a", "http://127.0.0.1:4000/a", true],
  ])("accepts %s", (src, href, allowsHttp) => {
    const found = parseSourceUrl(src, "https://blog.example/post");
    expect([found?.url.href, found?.allowsHttp]).toEqual([href, allowsHttp]);
  });

  it.each(["", " ", "http://s.example/a", "https://name:word@s.example/a", "data:,a"])(
    "refuses %j",
    (src) => {
      expect(parseSourceUrl(src, "https://blog.example/post")).toBeNull();
    },
  );
});

describe("parsePlaybackUrl", () => {
  it("accepts https: always and http: only from a loopback host", () => {
    expect(parsePlaybackUrl("https://s.example/a b.mp3", false)).toBe(
      "https://s.example/a%20b.mp3",
    );
    expect(parsePlaybackUrl("http://127.0.0.1:1/a", true)).toBe("http://127.0.0.1:1/a");
    expect(parsePlaybackUrl("http://127.0.0.1:1/a", false)).toBeNull();
  });

  it.each([
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
