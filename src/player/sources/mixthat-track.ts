import { decode, list, nullable, number, record, text } from "../../shared/decode.ts";
import type { Decoded } from "../../shared/decode.ts";
import { parsePlaybackUrl } from "../net/safe-urls.ts";
import type { SourceUrl } from "../net/safe-urls.ts";
import { fetchJson } from "../net/fetch-json.ts";
import { bareTrack } from "../state/share.ts";
import type { SharedTrack } from "../state/share.ts";
import type { ShareResult } from "./source.ts";
import { diagnoseRequest } from "../net/diagnose.ts";

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

function decodeTrack(body: unknown, { url, allowsHttp: plain }: SourceUrl): ShareResult {
  const read = decode(track, body);
  if (!read.ok) return { ok: false, failure: { kind: "malformed" } };
  const link = ({ $links }: File, rel: string): string | null => {
    const href = $links.find((each) => each.rel === rel)?.href;
    return href && URL.canParse(href, url.origin)
      ? parsePlaybackUrl(new URL(href, url.origin).href, plain)
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

/**
 * Asks for a track. The share token goes bare into the header and the query is left out, as the published player does it:
 * https://github.com/firstcoders/mixthat-player
 */
export async function askMixthat(
  address: SourceUrl,
  id: string,
  token: string | null,
  signal: AbortSignal,
): Promise<ShareResult> {
  const headers = token ? { authorization: token } : {};
  const url = `${address.url.origin}/api/v1/tracks/${id}?v=1`;
  const answer = await fetchJson(url, headers, signal);
  if (answer.ok) return decodeTrack(answer.body, address);
  const failure = await diagnoseRequest(answer.failure, url, { headers, signal });
  // Neither status is documented for a link; inferred: 401 as for any expired token, 403 for a deleted share.
  const status = failure.kind === "refused" ? failure.status : 0;
  if (token && status === 401) return { ok: false, failure: { kind: "expired" } };
  if (status === 401 || status === 403) return { ok: false, failure: { kind: "revoked" } };
  // Unlike a share, a track is found for as long as it exists.
  return failure.kind === "gone"
    ? { ok: false, failure: { kind: "removed", message: "" } }
    : { ok: false, failure };
}
