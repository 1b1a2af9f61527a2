import { single } from "./single.ts";
import type { Source } from "./source.ts";

const SUFFIX = /\.(?:mp3|m4a|m4b|mp4|aac|ogg|oga|opus|wav|flac|weba|webm)$/i;

/** Any audio file: by the end of its address, or because the page says so. */
export const file: Source = (address, asked) =>
  SUFFIX.test(address.url.pathname) || asked.kind?.startsWith("audio/")
    ? single(address, asked, { downloads: [{ label: null, url: address.url.href }] })
    : null;
