// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readMetadata } from "./read-metadata.ts";

const PAGE = "https://music.example/a/song";
const parse = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
const read = (html: string, address = PAGE) => readMetadata(parse(html), address);

const meta = (tags: Record<string, string>, attribute = "property"): string =>
  Object.entries(tags)
    .map(([name, content]) => `<meta ${attribute}="${name}" content="${content}">`)
    .join("");

const ogSong = { "og:type": "music.song", "og:title": "Blue Door" };
const title = "Blue Door";

test.each<[string, string, object]>([
  [
    "microdata",
    `<div itemscope itemtype="https://schema.org/MusicRecording"><p itemprop="byArtist" itemscope itemtype="http://schema.org/MusicGroup"><a itemprop="url" href="/ada"><span itemprop="name">Ada</span></a></p><h1 itemprop="name">${title}</h1><meta itemprop="duration" content="PT1M"><img itemprop="image" src="/c.png"><a itemprop="inAlbum" href="/r">Rooms</a></div>`,
    { title, artist: "Ada", album: "Rooms", duration: 60, artwork: "https://music.example/c.png" },
  ],
  [
    "microdata with http:",
    `<div itemscope itemtype="http://schema.org/MusicRecording"><b itemprop="name">${title}</b></div>`,
    { title },
  ],
  [
    "microdata as main entity",
    `<body itemscope itemtype="https://schema.org/WebPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/MusicRecording"><b itemprop="name">${title}</b><time itemprop="duration" datetime="PT2M">2:00</time></div></body>`,
    { title, duration: 120 },
  ],
  [
    "og:type",
    meta({ ...ogSong, "music:duration": "285", "og:image": "http://cdn.example/a.jpg" }),
    { title, duration: 285, artwork: "http://cdn.example/a.jpg" },
  ],
  ["og:type with name=", meta(ogSong, "name"), { title }],
  ["the first of several tags", meta(ogSong) + meta({ "og:title": "Second" }), { title }],
  [
    "musicians by URL as no names",
    meta({
      ...ogSong,
      "music:musician": "https://music.example/ada",
      "music:album": "https://music.example/rooms",
    }),
    { artist: null, album: null },
  ],
  [
    "musicians by name",
    meta({ ...ogSong, "music:musician": "Ada", "music:album": "Rooms" }),
    { artist: "Ada", album: "Rooms" },
  ],
  [
    "the title element",
    `<title> Blue\n Door </title>${meta({ "og:type": "music.song" })}`,
    { title },
  ],
  [
    "a player card",
    meta(
      {
        "twitter:card": "player",
        "twitter:title": title,
        "twitter:player:stream:content_type": "audio/mpeg",
      },
      "name",
    ),
    { title },
  ],
  [
    "og:audio",
    meta({
      "og:title": title,
      "og:audio": "https://cdn.example/a.mp3",
      "og:audio:type": "audio/mpeg",
    }),
    { title },
  ],
])("reads %s", (_what, html, found) => {
  expect(read(html)).toMatchObject({ address: PAGE, ...found });
});
