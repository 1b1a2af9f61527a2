import { decode, list, nullable, number, record, text } from "../../shared/decode.ts";
import type { Decoded } from "../../shared/decode.ts";
import { parsePlaybackUrl } from "../../shared/playback-url.ts";
import { bareTrack } from "../contract/player-source.ts";
import type { SharedTrack, ShareResult, SourceUrl } from "../contract/player-source.ts";

// https://github.com/firstcoders/mixthat-docs (openapi.yml, `Track`); the rels are those its published player reads.
const track = record({
  label: nullable(text()),
  files: list(
    record({
      label: nullable(text()),
      type: nullable(text()),
      index: nullable(number()),
      $links: list(record({ rel: text(), href: text() })),
    }),
  ),
});

type File = Decoded<typeof track>["files"][number];

/** Reads a track as the API sends it; never throws. */
export function decodePlayerTrack(body: unknown, { url, allowsHttp }: SourceUrl): ShareResult {
  const read = decode(track, body);
  if (!read.ok) return { ok: false, failure: { kind: "malformed" } };
  const link = ({ $links }: File, rel: string): string | null => {
    const href = $links.find((each) => each.rel === rel)?.href;
    return href && URL.canParse(href, url.origin)
      ? parsePlaybackUrl(new URL(href, url.origin).href, allowsHttp)
      : null;
  };
  const files = read.value.files.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0));
  const mix = files.find(({ type }) => type === "MIX");
  const stems = files.flatMap((file) => {
    const listUrl = file.type === "STEM" && link(file, "m3u8");
    if (!listUrl) return [];
    const peaksUrl = link(file, "waveform");
    return [{ label: file.label ?? "", url: listUrl, peaksUrl, volume: 1, muted: false }];
  });
  const whole: SharedTrack = {
    ...bareTrack,
    title: read.value.label?.trim() || null,
    playbackUrl: mix ? link(mix, "m3u8") : null,
    isList: true,
    stems,
    peaksUrl: mix ? link(mix, "waveform") : null,
  };
  if (!whole.playbackUrl && stems.length === 0) return { ok: false, failure: { kind: "no-sound" } };
  return { ok: true, shared: { kind: "track", name: null, tracks: [whole] } };
}
