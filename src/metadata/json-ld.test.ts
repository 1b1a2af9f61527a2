// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readMetadata } from "./read-metadata.ts";

const PAGE = "https://music.example/a/song";
const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const read = (html: string, address = PAGE) => readMetadata(parse(html), address);

const ld = (...values: unknown[]): string =>
  values
    .map((value) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`)
    .join("");
const meta = (tags: Record<string, string>, attribute = "property"): string =>
  Object.entries(tags)
    .map(([name, content]) => `<meta ${attribute}="${name}" content="${content}">`)
    .join("");

const song = { "@context": "https://schema.org", "@type": "MusicRecording", name: "Blue Door" };
const album = { "@type": "MusicAlbum", name: "Rooms", "@id": "https://music.example/rooms" };
const ogSong = { "og:type": "music.song", "og:title": "Blue Door" };
const title = "Blue Door";

test.each<[string, string, object]>([
  ["one recording", ld(song), { title, artist: null, album: null, artwork: null, duration: null }],
  ["in an array", ld([{ "@type": "WebSite", name: "Site" }, song]), { title }],
  ["in a graph", ld({ "@graph": [{ "@type": "Organization" }, song] }), { title }],
  ["as main entity", ld({ "@type": "WebPage", mainEntity: song }), { title }],
  [
    "as main entity beside others",
    ld({ "@type": "WebPage", mainEntity: song }, { ...song, name: "Chart hit" }, album),
    { title },
  ],
  [
    "as main entity by reference",
    ld({
      "@graph": [
        { "@type": "WebPage", mainEntity: { "@id": "#s" } },
        { ...song, "@id": "#s", byArtist: { "@id": "#a" } },
        { "@type": "MusicGroup", "@id": "#a", name: "Ada" },
      ],
    }),
    { title, artist: "Ada" },
  ],
  ["of several types", ld({ ...song, "@type": ["Product", "MusicRecording"] }), { title }],
  [
    "type as an https address",
    ld({ ...song, "@type": "https://schema.org/MusicRecording" }),
    { title },
  ],
  [
    "type as an http address",
    ld({ ...song, "@type": "http://schema.org/MusicRecording" }),
    { title },
  ],
  ["type with a prefix", ld({ ...song, "@type": "schema:MusicRecording" }), { title }],
  ["in the second block", ld({ "@type": "BreadcrumbList" }, song), { title }],
  ["described twice", ld(song, { ...song, url: PAGE }), { title }],
  ["a type with parameters", ld(song).replace("ld+json", "ld+json; charset=utf-8"), { title }],
  ["artist as text", ld({ ...song, byArtist: "Ada" }), { artist: "Ada" }],
  [
    "artist as an item",
    ld({ ...song, byArtist: { "@type": "Person", name: "Ada" } }),
    { artist: "Ada" },
  ],
  [
    "several artists",
    ld({ ...song, byArtist: [{ name: "Ada" }, "Ben", "Ada", { name: { "@value": "Cy" } }] }),
    { artist: "Ada, Ben, Cy" },
  ],
  [
    "artist as an address only",
    ld({ ...song, byArtist: "https://music.example/ada" }),
    { artist: null },
  ],
  ["album as text", ld({ ...song, inAlbum: "Rooms" }), { album: "Rooms" }],
  ["album as an item", ld({ ...song, inAlbum: album }), { title, album: "Rooms" }],
  [
    "the album beside it, by reference",
    ld({ "@graph": [{ ...song, inAlbum: { "@id": album["@id"] } }, album] }),
    { title, album: "Rooms" },
  ],
  [
    "the album beside it, by name",
    ld({ ...song, inAlbum: "Rooms" }, album),
    { title, album: "Rooms" },
  ],
  [
    "the album's image",
    ld({ ...song, inAlbum: { ...album, image: "/rooms.jpg" } }),
    { artwork: "https://music.example/rooms.jpg" },
  ],
  [
    "its own address among a chart",
    ld([
      { ...song, url: "/a/song" },
      { ...song, url: "/b", name: "B" },
    ]),
    { title },
  ],
  ["its own address beside an album", ld(album, { ...song, "@id": `${PAGE}/#main` }), { title }],
  [
    "image as an item in an array",
    ld({ ...song, image: [{ "@type": "ImageObject", url: "https://cdn.example/a.jpg" }] }),
    { artwork: "https://cdn.example/a.jpg" },
  ],
  [
    "image as a thumbnail",
    ld({ ...song, thumbnailUrl: "//cdn.example/a.jpg" }),
    { artwork: "https://cdn.example/a.jpg" },
  ],
  [
    "image by a reference that leads nowhere",
    ld({ ...song, image: { "@id": "#p" } }),
    { artwork: null },
  ],
  ["ISO duration", ld({ ...song, duration: "PT4M45S" }), { duration: 285 }],
  ["ISO duration in full", ld({ ...song, duration: "P0DT1H0M3.5S" }), { duration: 3603.5 }],
  ["ISO duration without its T", ld({ ...song, duration: "P00H04M33S" }), { duration: 273 }],
  ["seconds", ld({ ...song, duration: 285 }), { duration: 285 }],
  [
    "a quantity of seconds",
    ld({ ...song, duration: { value: 285, unitCode: "SEC" } }),
    { duration: 285 },
  ],
  [
    "a quantity of something else",
    ld({ ...song, duration: { value: 5, unitCode: "MIN" } }),
    { duration: null },
  ],
  [
    "the duration of the audio object",
    ld({ ...song, audio: { "@type": "AudioObject", duration: "PT9S" } }),
    { duration: 9 },
  ],
  ["an absurd duration as none", ld({ ...song, duration: "P9999999D" }), { duration: null }],
  [
    "fields added from meta tags",
    ld(song) + meta({ "og:image": "https://cdn.example/b.jpg", "music:duration": "7" }),
    { artwork: "https://cdn.example/b.jpg", duration: 7 },
  ],
  [
    "a recording without a name",
    ld({ ...song, name: null }) + meta({ "og:title": "Head" }),
    { title: "Head" },
  ],
  [
    "a valid block beside broken JSON",
    `<script type="application/ld+json">{"@type":</script>${ld(song)}`,
    { title },
  ],
  [
    "meta tags beside broken JSON",
    `<script type="application/ld+json">{]</script>${meta(ogSong)}`,
    { title },
  ],
])("reads %s", (_what, html, found) => {
  expect(read(html)).toMatchObject({ address: PAGE, ...found });
});
