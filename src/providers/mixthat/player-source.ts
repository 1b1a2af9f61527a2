import type {
  PlayerClient,
  PlayerSource,
  ShareResult,
  SourceUrl,
} from "../contract/player-source.ts";
import { decodePlayerTrack } from "./decode-player-track.ts";

/** The path of a track's page or of the track in the API. A self-hosted service can have any origin. */
const PATH = /^(?:\/api\/v1)?\/tracks\/([a-zA-Z0-9]{6})\/?$/;

/** Recognizes a Mix That track by the URL of its page, or by its URL in the API, as in `<mixthat-player src>`. */
export const mixthatSource: PlayerSource = (address, client) => {
  const { origin, pathname, searchParams } = address.url;
  const id = PATH.exec(pathname)?.[1];
  if (!id) return null;
  const token = searchParams.get("auth_token");
  const page = new URL(`/tracks/${id}`, origin);
  if (token) page.searchParams.set("auth_token", token);
  return {
    linkAddress: page.href,
    fetchShare: (signal) => fetchTrack(address, client, id, token, signal),
  };
};

/**
 * Fetches a track. The share token is sent in the header without a prefix, and not in the query, as the published player does:
 * https://github.com/firstcoders/mixthat-player
 */
async function fetchTrack(
  address: SourceUrl,
  client: PlayerClient,
  id: string,
  token: string | null,
  signal: AbortSignal,
): Promise<ShareResult> {
  const headers: Record<string, string> = token ? { authorization: token } : {};
  const url = `${address.url.origin}/api/v1/tracks/${id}?v=1`;
  const result = await client.fetchJson(url, headers, signal);
  if (result.ok) return decodePlayerTrack(result.body, address);
  const { failure } = result;
  // Neither status is documented for a link; inferred: 401 as for any expired token, 403 for a deleted share.
  const status = failure.kind === "refused" ? failure.status : 0;
  if (token && status === 401) return { ok: false, failure: { kind: "expired" } };
  if (status === 401 || status === 403) return { ok: false, failure: { kind: "revoked" } };
  // Unlike a share, a track is found for as long as it exists.
  return failure.kind === "gone"
    ? { ok: false, failure: { kind: "removed", message: "" } }
    : { ok: false, failure };
}
