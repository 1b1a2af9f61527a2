import { expect, test } from "vitest";
import { decode, text } from "../../shared/decode.ts";
import { hrefOf, paged, playable } from "./paging.ts";

const origin = "https://app.mixthat.co";
const next = (links: unknown, cursor: string | null = null) => {
  const read = decode(paged(text(), "next", cursor), { items: ["a"], $links: links });
  if (!read.ok) throw new Error(read.failure.kind);
  expect(read.value.items).toEqual(["a"]);
  return read.value.next;
};

test.each([
  [[{ rel: "next", href: "/tracks?next=abc" }], "abc"],
  [[{ rel: "next", href: "https://evil.example/tracks?next=abc" }], "abc"],
  [[{ rel: "next", href: "/tracks?next=a+b/c" }], "a+b/c"],
  [[{ rel: "next", href: "/tracks?next=a%2Bb" }], "a+b"],
  [[{ rel: "next" }, { rel: "next", href: "/tracks?next=2" }], "2"],
  [[{ rel: "first", href: "/tracks?next=1" }], null],
  [[{ rel: "next", href: "/tracks?last_key=1" }], null],
  [[{ rel: "next", href: "/tracks?next=" }], null],
  [[{ rel: "next", href: "http://[" }], null],
  [[], null],
  [null, null],
])("reads the cursor of the next page: %j", (links, key) => {
  expect(next(links)).toBe(key);
});

test("a link to the same page is no next page", () => {
  const links = [{ rel: "next", href: "/tracks?next=2" }];
  expect([next(links, "2"), next(links, "1")]).toEqual([null, "2"]);
});

test("takes the href of the first link with this rel that has one", () => {
  expect(
    hrefOf(
      [
        { rel: "a", href: "1" },
        { rel: "b", href: "2" },
      ],
      "b",
    ),
  ).toBe("2");
  expect(hrefOf([{ rel: "b", href: null }], "b")).toBeNull();
  expect(hrefOf(null, "b")).toBeNull();
});

test.each([
  ["https://cdn.example/a.m3u8", origin, "https://cdn.example/a.m3u8"],
  ["/a.m3u8", origin, `${origin}/a.m3u8`],
  ["http://cdn.example/a.m3u8", origin, null],
  ["http://cdn.example/a.m3u8", "http://127.0.0.1:1", "http://cdn.example/a.m3u8"],
  ["javascript:alert(1)", origin, null],
  ["http://[", origin, null],
  [null, origin, null],
])("%s at %s plays from %s", (href, at, address) => {
  expect(playable(href, at)).toBe(address);
});
