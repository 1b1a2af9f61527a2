import { bareTrack } from "../../providers/contract/player-source.ts";
import type {
  ResolvedSource,
  SharedTrack,
  SourceUrl,
} from "../../providers/contract/player-source.ts";
import { readFileName } from "./file-name.ts";
import type { SourceRequest, SourceResolver } from "./source.ts";

const AUDIO_SUFFIX = /\.(?:mp3|m4a|m4b|mp4|aac|ogg|oga|opus|wav|flac|weba|webm)$/i;

/** A single track whose audio is at the URL itself, so no service is asked. */
function resolveDirectUrl(
  { url }: SourceUrl,
  { label }: SourceRequest,
  more: Partial<SharedTrack>,
): ResolvedSource {
  const track = { ...bareTrack, title: label || readFileName(url), playbackUrl: url.href, ...more };
  return {
    linkAddress: url.href,
    fetchShare: async () => ({ ok: true, shared: { kind: "track", name: null, tracks: [track] } }),
  };
}

/** An audio file, recognized by the suffix of its URL or by the MIME type that the page gives. */
export const resolveFile: SourceResolver = (address, request) =>
  AUDIO_SUFFIX.test(address.url.pathname) || request.mimeType?.startsWith("audio/")
    ? resolveDirectUrl(address, request, { downloads: [{ label: null, url: address.url.href }] })
    : null;

/** An HLS media playlist: https://www.rfc-editor.org/rfc/rfc8216 */
export const resolvePlaylist: SourceResolver = (address, request) =>
  /\.m3u8$/i.test(address.url.pathname) || /mpegurl$/i.test(request.mimeType ?? "")
    ? resolveDirectUrl(address, request, { isList: true })
    : null;
