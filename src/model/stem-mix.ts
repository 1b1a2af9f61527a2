import { boolean, list, malformed, nullable, number, record, text } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";

/** Volumes of the stems of a track, stored at the service under a name. */
export interface Mix {
  id: string;
  name: string | null;
  /** `volume` of each stem is from 0 to 1. */
  files: { id: string; volume: number; muted: boolean }[];
  createdAt: number;
}

export type NewMix = Pick<Mix, "name" | "files">;

/** One audio file of a multitrack recording, e.g. the vocals. */
export interface Stem {
  id: string;
  label: string;
}

/** File formats that a mix can be rendered to. */
export type MixFormat = "mp3" | "wav";

/** The rendering of a mix to one file. The URL is signed and expires soon, so it is never stored. */
export type MixJob = { state: "working" } | { state: "done"; url: string } | { state: "failed" };

/** Most stems in one mix. */
export const MAX_FILES = 25;

/** Longest name of a mix, in characters. */
export const MAX_MIX_NAME_LENGTH = 100;

function notEmpty<T extends { length: number }>(decoder: Decoder<T>): Decoder<T> {
  return (value) => {
    const decoded = decoder(value);
    return decoded.length > 0 ? decoded : malformed();
  };
}

/** The stems of a mix: 1 to 25, as the service refuses others. */
export const mixFiles: Decoder<Mix["files"]> = notEmpty(
  list(record({ id: text(128), volume: number(0, 1), muted: boolean }), MAX_FILES),
);

export const newMix: Decoder<NewMix> = record({
  name: nullable(notEmpty(text(MAX_MIX_NAME_LENGTH))),
  files: mixFiles,
});
