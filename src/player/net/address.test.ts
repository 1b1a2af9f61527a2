// @vitest-environment node
import { describe, expect, it } from "vitest";
import { playbackAddress, publicAddress, shareIn } from "./address.ts";

const page = "https://blog.example/post";
const path = "/v1/music/shared/shr_0123456789abcdef0123456789abcdef";

const shareAddress = (src: string, from: string) => {
  const address = publicAddress(src, from);
  return address && shareIn(address);
};

describe("shareIn", () => {
  it.each([
    [`https://api.aitronos.com${path}`, `https://api.aitronos.com${path}`],
    [` https://api.example:8443${path}/ `, `https://api.example:8443${path}/`],
    [`https://api.aitronos.com${path}?x=1#y`, `https://api.aitronos.com${path}`],
    [path, `https://blog.example${path}`],
  ])("takes %s", (src, url) => {
    expect(shareAddress(src, page)).toEqual({ url, plain: false });
  });

  it.each(["http://127.0.0.1:4000", "http://localhost", "http://[::1]:4000", "http://a.localhost"])(
    "takes %s, over http, on this machine",
    (origin) => {
      expect(shareAddress(origin + path, page)).toEqual({ url: origin + path, plain: true });
    },
  );

  it.each([
    "",
    "   ",
    "shr_0123",
    `http://api.aitronos.com${path}`,
    `http://127.0.0.1.evil.example${path}`,
    `https://name:word@api.aitronos.com${path}`,
    `ftp://api.aitronos.com${path}`,
    "javascript:alert(1)//v1/music/shared/x",
    "data:text/html,/v1/music/shared/x",
    "https://api.aitronos.com/v1/music/shared/",
    "https://api.aitronos.com/v1/music/shared/a/save",
    "https://api.aitronos.com/v1/music/shared/..",
    "https://api.aitronos.com/v1/music/shared/a%2Fb",
    "https://api.aitronos.com/evil/v1/music/shared/a",
    "https://[bad",
  ])("refuses %s", (src) => {
    expect(shareAddress(src, page)).toBeNull();
  });
});

describe("playbackAddress", () => {
  it("takes https: from any share and http: only from a share on this machine", () => {
    expect(playbackAddress("https://s.example/a b.mp3", false)).toBe("https://s.example/a%20b.mp3");
    expect(playbackAddress("http://127.0.0.1:1/a", true)).toBe("http://127.0.0.1:1/a");
    expect(playbackAddress("http://127.0.0.1:1/a", false)).toBeNull();
  });

  it.each([
    "/a.mp3",
    "",
    "javascript:alert(1)",
    "data:audio/mpeg;base64,AA",
    "blob:https://a/b",
    "file:///a",
  ])("refuses %s", (url) => {
    expect(playbackAddress(url, true)).toBeNull();
  });
});
