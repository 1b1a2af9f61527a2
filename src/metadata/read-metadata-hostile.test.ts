// @vitest-environment happy-dom
import fc from "fast-check";
import { expect, test } from "vitest";
import { readMetadata } from "./read-metadata.ts";

const PAGE = "https://music.example/a/song";
const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const read = (html: string) => readMetadata(parse(html), PAGE);
const ld = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const song = { "@type": "MusicRecording", name: "Blue Door" };

test.each<[string, string, string]>([
  [
    "HTML entities in JSON are not decoded",
    ld({ ...song, name: "A &amp; B &lt;b&gt;" }),
    "A &amp; B &lt;b&gt;",
  ],
  [
    "markup is plain text",
    ld({ ...song, name: "<img src=x onerror=alert(1)>" }),
    "<img src=x onerror=alert(1)>",
  ],
  [
    "entities in attributes are decoded once",
    '<meta property="og:type" content="music.song"><meta property="og:title" content="A &amp;amp; B">',
    "A &amp; B",
  ],
  [
    "control characters and direction marks are removed",
    ld({ ...song, name: "\u202E\u0000Blue\n\t \u2066Door " }),
    "Blue Door",
  ],
  ["long texts are cut", ld({ ...song, name: "x".repeat(100_000) }), "x".repeat(512)],
  ["a surrogate pair is not split", ld({ ...song, name: `${"x".repeat(511)}🎵` }), "x".repeat(511)],
  ["a number is accepted as a name", ld({ ...song, name: 1984 }), "1984"],
])("%s", (_what, html, title) => {
  expect(read(html)?.title).toBe(title);
});

test.each([
  "javascript:alert(1)",
  "data:image/svg+xml,<svg onload=alert(1)>",
  "blob:https://music.example/1",
  "https://user:pass@cdn.example/a.jpg",
  `https://cdn.example/${"x".repeat(4000)}`,
  "https://",
  "",
])("%s is not accepted as artwork", (image) => {
  expect(read(ld({ ...song, image }))).toMatchObject({ title: "Blue Door", artwork: null });
});

test("runs no script of the page and does not change it", () => {
  const html = `<script>globalThis.ran = true</script><img src="x" onerror="globalThis.ran = true">
    ${ld({ ...song, name: "</script><script>globalThis.ran = true" })}`;
  const page = parse(html);
  const before = page.documentElement.outerHTML;
  readMetadata(page, PAGE);
  expect(page.documentElement.outerHTML).toBe(before);
  expect("ran" in globalThis).toBe(false);
});

test("__proto__ and constructor are ordinary property names", () => {
  const json = `{"__proto__":{"polluted":1},"@type":"MusicRecording","name":"A","constructor":{"name":"B"}}`;
  expect(read(`<script type="application/ld+json">${json}</script>`)).toMatchObject({ title: "A" });
  const microdata = `<div itemscope itemtype="https://schema.org/MusicRecording"><b itemprop="__proto__">x</b><b itemprop="name">A</b></div>`;
  expect(read(microdata)).toMatchObject({ title: "A" });
  expect("polluted" in {}).toBe(false);
});

test("items that refer to themselves do not loop forever", () => {
  const circular = { "@type": "MusicGroup", "@id": "#a", name: { "@id": "#a" } };
  const html = ld({
    "@graph": [circular, { ...song, byArtist: { "@id": "#a" }, image: { "@id": "#a" } }],
  });
  expect(read(html)).toMatchObject({ title: "Blue Door", artist: null });
  const nest = '<div itemscope itemprop="mainEntity">'.repeat(300);
  expect(read(`<body itemscope>${nest}</body>`)).toBeNull();
});

test("pages whose form fields hide DOM methods are not read", () => {
  const hidden = Object.assign(parse(ld(song)), { querySelectorAll: document.body });
  expect(readMetadata(hidden as unknown as Document, PAGE)).toBeNull();
  const form = `<form itemscope itemtype="https://schema.org/MusicRecording"><input name="getAttribute"><input name="querySelectorAll"><b itemprop="name">x</b></form>`;
  expect(read(form)).toBeNull();
  const inForm = `<div itemscope itemtype="https://schema.org/MusicRecording"><form><input name="closest"><input name="matches"><b itemprop="name">x</b></form></div>`;
  expect(read(inForm)).toMatchObject({ title: "x" });
});

test("huge pages take less than a second", () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({
    ...song,
    name: `${index}`.repeat(500),
  }));
  const deep = `${"[".repeat(20_000)}${"]".repeat(20_000)}`;
  const microdata = `<div itemscope itemtype="https://schema.org/MusicRecording">${'<b itemprop="name">x</b>'.repeat(3000)}</div>`;
  const wide = "abcdef".split("").map((id, index) => {
    const next = Array.from({ length: 100 }, () => ({ "@id": `#${"abcdef"[index + 1]}` }));
    return { "@type": "MusicGroup", "@id": `#${id}`, name: next, image: next, url: next };
  });
  const tree = { ...song, byArtist: wide[0]?.name, image: wide[0] };
  const page = parse(
    `${ld({ "@graph": [{ mainEntity: tree }, ...wide] })}${ld(many)}<script type="application/ld+json">${deep}</script>${ld({ ...song, duration: `P${"1".repeat(90_000)}` })}${microdata}`,
  );
  const began = performance.now();
  readMetadata(page, PAGE);
  expect(performance.now() - began).toBeLessThan(1000);
});

const keys = fc.constantFrom(
  ..."@type @id @graph @value name url image contentUrl byArtist inAlbum inPlaylist duration value audio".split(
    " ",
  ),
  ..."unitCode mainEntity mainEntityOfPage thumbnailUrl __proto__ constructor length".split(" "),
);
const { junk } = fc.letrec<{ junk: unknown }>((tie) => ({
  junk: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom<unknown>(
      "MusicRecording",
      "MusicAlbum",
      "ItemList",
      PAGE,
      "#a",
      "PT3M",
      "Blue",
    ),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie("junk"), { maxLength: 4 }),
    fc.dictionary(keys, tie("junk"), { maxKeys: 6 }),
  ),
}));

test("2,000 random pages give a valid track or none", () => {
  const page = parse('<script type="application/ld+json"></script>');
  const block = page.querySelector("script");
  let tracks = 0;
  fc.assert(
    fc.property(junk, fc.boolean(), (value, isTrack) => {
      const whole = isTrack && typeof value === "object" ? { ...song, ...value } : value;
      if (block) block.textContent = JSON.stringify(whole) ?? "";
      const track = readMetadata(page, PAGE);
      if (track === null) return;
      tracks += 1;
      for (const text of [track.title, track.artist ?? "-", track.album ?? "-"]) {
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(512);
      }
      if (track.artwork !== null) expect(track.artwork).toMatch(/^https?:\/\/[^@/]+\//);
      if (track.duration !== null) expect(track.duration).toBeGreaterThan(0);
      expect(new URL(track.address).origin).toBe("https://music.example");
    }),
    { numRuns: 2000 },
  );
  expect(tracks).toBeGreaterThan(100);
});

test("500 pages of broken JSON and odd attributes never throw", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, attribute) => {
      const page = parse(
        '<script type="application/ld+json"></script><p itemscope><b itemprop></b></p>',
      );
      const [block, item, property] = page.querySelectorAll("script, p, b");
      if (block) block.textContent = `{"@type":"MusicRecording","name":"${text}"`;
      item?.setAttribute("itemtype", attribute);
      property?.setAttribute("itemprop", attribute);
      for (const name of ["property", "content"]) property?.setAttribute(name, text);
      expect(readMetadata(page, PAGE)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
