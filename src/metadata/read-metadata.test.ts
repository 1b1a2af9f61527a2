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

test.each<[string, string]>([
  ["nothing", ""],
  ["an article", meta({ "og:type": "article", "og:title": title })],
  ["an album with its recordings", ld({ ...album, track: [song, song] })],
  ["an album with its recordings beside it", ld(album, song, { ...song, name: "Two" })],
  ["an album, although the head says song", ld(album) + meta(ogSong)],
  ["an album as main entity", ld({ "@type": "WebPage", mainEntity: album }, song)],
  [
    "an artist as main entity",
    ld({ "@type": "ProfilePage", mainEntity: { "@type": "MusicGroup" } }, song),
  ],
  ["a chart as main entity", ld({ mainEntity: { "@type": "ItemList", itemListElement: [song] } })],
  [
    "a playlist",
    ld({ "@type": "MusicPlaylist", track: { "@type": "ItemList", itemListElement: [song] } }),
  ],
  ["several recordings", ld([song, { ...song, name: "Two" }])],
  ["a recording inside of something else", ld({ "@type": "Article", mentions: song })],
  [
    "a microdata album",
    `<div itemscope itemtype="http://schema.org/MusicAlbum"><b itemprop="name">Rooms</b><p itemprop="track" itemscope itemtype="http://schema.org/MusicRecording"><b itemprop="name">${title}</b></p></div>`,
  ],
  ["og album", meta({ "og:type": "music.album", "og:title": "Rooms" })],
  [
    "og playlist with audio",
    meta({
      "og:type": "music.playlist",
      "og:title": "x",
      "og:audio": "https://a.example/a",
      "og:audio:type": "audio/mpeg",
    }),
  ],
  [
    "a video's player card",
    meta({
      "twitter:card": "player",
      "twitter:title": "x",
      "twitter:player:stream:content_type": "video/mp4",
    }),
  ],
  ["a player card without a type", meta({ "twitter:card": "player", "twitter:title": "x" })],
  [
    "og:audio that is not audio",
    meta({
      "og:title": "x",
      "og:audio": "https://a.example/a",
      "og:audio:type": "audio/vnd.facebook.bridge",
    }),
  ],
  ["og:audio without a type", meta({ "og:title": "x", "og:audio": "https://a.example/a" })],
  ["a song without any title", meta({ "og:type": "music.song" })],
  ["another vocabulary", ld({ ...song, "@type": "https://evil.example/MusicRecording" })],
  ["JSON in another script", ld(song).replace("application/ld+json", "application/json")],
])("%s is not a track", (_what, html) => {
  expect(read(html)).toBeNull();
});

test.each<[string, string, string]>([
  [PAGE, '<link rel="canonical" href="/canonical">', "https://music.example/canonical"],
  [PAGE, '<link rel="canonical" href="https://evil.example/x">', PAGE],
  [PAGE, '<link rel="canonical" href="http://music.example/x">', PAGE],
  [PAGE, '<link rel="canonical" href="javascript:alert(1)">', PAGE],
  [PAGE, '<link rel="canonical" href="https://music.example/">', PAGE],
  [`${PAGE}?utm_source=a&v=1&UTM_x=2&fbclid=b&gclid=c`, "", `${PAGE}?v=1`],
  [`${PAGE}?q=a%20b+c`, "", `${PAGE}?q=a%20b+c`],
  [`${PAGE}?fbclid=b#!/song/2`, "", `${PAGE}#!/song/2`],
  ["https://user:pass@music.example/a/song", "", PAGE],
])("the address of %s with %s is %s", (address, head, expected) => {
  expect(read(meta(ogSong) + head, address)?.address).toBe(expected);
});

test.each(["about:blank", "file:///a.html", "data:text/html,x", "javascript:1", "", "nowhere"])(
  "%s is not the URL of a page",
  (address) => {
    expect(read(meta(ogSong), address)).toBeNull();
  },
);
