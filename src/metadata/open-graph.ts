import { cleanName, parseSeconds, resolveWebUrl, cleanText } from "./clean-values.ts";
import type { TrackMetadata } from "./read-music-recording.ts";

/** `og:audio:type` has been used for what is no sound. https://developers.facebook.com/docs/sharing/webmasters */
const SOUND = /^audio\/(?!vnd\.facebook\.)[\w.+-]+/i;

/** https://ogp.me/#type_music */
const LISTS: ReadonlySet<string | undefined> = new Set([
  "music.album",
  "music.playlist",
  "music.radio_station",
]);

interface Tags {
  /** What the page is about, null where its head does not tell. */
  main: "track" | "list" | null;
  found: TrackMetadata;
}

/**
 * What a page says of itself in its head: Open Graph (https://ogp.me), whose tags come with
 * `property` and in practice with `name`, and player cards. The first of several tags wins.
 */
export function readMetaTags(document: ParentNode, page: URL): Tags {
  const tags = new Map<string, string>();
  for (const tag of [...document.querySelectorAll("meta[content]")].slice(0, 1000)) {
    const name = (tag.getAttribute("property") ?? tag.getAttribute("name") ?? "").toLowerCase();
    const content = tag.getAttribute("content")?.trim() ?? "";
    if (content !== "" && !tags.has(name.trim())) tags.set(name.trim(), content);
  }
  const first = <T>(read: (value: unknown) => T | null, ...from: string[]): T | null => {
    for (const name of from) {
      const value = read(tags.get(name));
      if (value !== null) return value;
    }
    return null;
  };
  const found = {
    title:
      first(cleanText, "og:title", "twitter:title") ??
      cleanText(document.querySelector("title:not(svg title)")?.textContent),
    // Documented as addresses of profiles; a name is taken where a site has written one.
    artist: first(cleanName, "music:musician", "music:musician_description"),
    album: first(cleanName, "music:album"),
    artwork: first(
      (value) => resolveWebUrl(value, page),
      "og:image:secure_url",
      "og:image",
      "og:image:url",
      "twitter:image",
    ),
    duration: first(parseSeconds, "music:duration"),
  };
  return { main: mainOf(tags), found };
}

function mainOf(tags: ReadonlyMap<string, string>): Tags["main"] {
  const type = tags.get("og:type")?.toLowerCase();
  if (type === "music.song") return "track";
  if (LISTS.has(type)) return "list";
  const card =
    tags.get("twitter:card")?.toLowerCase() === "player" &&
    SOUND.test(tags.get("twitter:player:stream:content_type") ?? "");
  const audio = ["og:audio", "og:audio:url", "og:audio:secure_url"].some((name) => tags.has(name));
  return card || (audio && SOUND.test(tags.get("og:audio:type") ?? "")) ? "track" : null;
}
