// @vitest-environment node
import { describe, expect, test } from "vitest";
import { parseSourceUrl } from "./safe-urls.ts";

describe("parseSourceUrl", () => {
  test.each([
    ["/a.mp3", "https://blog.example/a.mp3", false],
    [" https://s.example/a ", "https://s.example/a", false],
    ["http://127.0.0.1:4000/a", "http://127.0.0.1:4000/a", true],
  ])("accepts %s", (src, href, allowsHttp) => {
    const found = parseSourceUrl(src, "https://blog.example/post");
    expect([found?.url.href, found?.allowsHttp]).toEqual([href, allowsHttp]);
  });

  test.each(["", " ", "http://s.example/a", "https://name:word@s.example/a", "data:,a"])(
    "refuses %j",
    (src) => {
      expect(parseSourceUrl(src, "https://blog.example/post")).toBeNull();
    },
  );
});
