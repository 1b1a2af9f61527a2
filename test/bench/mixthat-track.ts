import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STEMS } from "./media.ts";

/** Id of the track. */
export const EIGHT = "Eight8";

function file(index: number, type: "STEM" | "MIX", name: string) {
  const $links = [
    { rel: "m3u8", href: `/media/${name}.m3u8` },
    { rel: "waveform", href: `/media/${name}.json` },
  ];
  return { file_id: `f${index}`, label: name, type, index, $links };
}

/**
 * Puts a Mix That track of eight stems into the site, where its service would answer: the sandbox has four stems, 20 s long.
 * Form: https://github.com/firstcoders/mixthat-docs (openapi.yml, `Track`)
 */
export function writeMixthatTrack(site: string): void {
  const stems = Array.from({ length: STEMS }, (_, index) =>
    file(index + 1, "STEM", `stem-${index + 1}`),
  );
  // The first stem is far louder than the others, so it looks as the mix does.
  const files = [file(0, "MIX", "stem-1"), ...stems];
  const folder = join(site, "api", "v1", "tracks");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, EIGHT), JSON.stringify({ track_id: EIGHT, label: "Eight", files }));
}
