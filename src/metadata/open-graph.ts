import { cleanName, parseSeconds, resolveWebUrl, cleanText } from "./clean-values.ts";
import type { TrackMetadata } from "./read-music-recording.ts";

/** A MIME type of audio, without the one of Facebook that says something else. https://developers.facebook.com/docs/sharing/webmasters */
const AUDIO_TYPE = /^audio\/(?!vnd\.facebook\.)[\w.+-]+/i;

/** https://ogp.me/#type_music */
const LISTS: ReadonlySet<string | undefined> = new Set([
  "music.album",
  "music.playlist",
  "music.radio_station",
]);

interface Tags {
  /** What the page is about; null where its meta tags do not tell. */
  main: "track" | "list" | null;
  found: TrackMetadata;
}

/**
 * Reads the meta tags of a page: Open Graph (https://ogp.me), with `property` or, as many sites write it, `name`, and
 * Twitter player cards. Of several tags with the same name the first counts.
 */
export function readMetaTags(document: ParentNode, page: URL): Tags {
  const tags = new Map<string, string>();
  for (const tag of [...document.querySelectorAll("meta[content]")].slice(0, 1000)) {
    const name = (tag.getAttribute("property") ?? tag.getAttribute("name") ?? "").toLowerCase();
    const content = tag.getAttribute("content")?.trim() ?? "";
    if (content !== "" && !tags.has(name.trim())) tags.set(name.trim(), content);
  }
  const readFirst = <T>(read: (value: unknown) => T | null, ...from: string[]): T | null => {
    for (const name of from) {
      const value = read(tags.get(name));
      if (value !== null) return value;
    }
    return null;
  };
  const found = {
    title:
      readFirst(cleanText, "og:title", "twitter:title") ??
      cleanText(document.querySelector("title:not(svg title)")?.textContent),
    // Documented as the addresses of profiles, which are no names; some sites write a name.
    artist: readFirst(cleanName, "music:musician", "music:musician_description"),
    album: readFirst(cleanName, "music:album"),
    artwork: readFirst(
      (value) => resolveWebUrl(value, page),
      "og:image:secure_url",
      "og:image",
      "og:image:url",
      "twitter:image",
    ),
    duration: readFirst(parseSeconds, "music:duration"),
  };
  return { main: classifyPage(tags), found };
}

function classifyPage(tags: ReadonlyMap<string, string>): Tags["main"] {
  const type = tags.get("og:type")?.toLowerCase();
  if (type === "music.song") return "track";
  if (LISTS.has(type)) return "list";
  const hasPlayerCard =
    tags.get("twitter:card")?.toLowerCase() === "player" &&
    AUDIO_TYPE.test(tags.get("twitter:player:stream:content_type") ?? "");
  const hasAudio = ["og:audio", "og:audio:url", "og:audio:secure_url"].some((name) =>
    tags.has(name),
  );
  return hasPlayerCard || (hasAudio && AUDIO_TYPE.test(tags.get("og:audio:type") ?? ""))
    ? "track"
    : null;
}
