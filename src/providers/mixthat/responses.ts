import { path } from "../../http/encode-path.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import { permissions } from "../../model/share-terms.ts";
import type { Track } from "../../model/track.ts";
import { instant, list, matching, nullable, number, record, text } from "../../shared/decode.ts";
import type { Decoder } from "../../shared/decode.ts";
import type { ShareRequest, TrackAudio } from "../contract/adapter.ts";
import { getExpiryAfter, withDefault } from "../contract/cut-response.ts";
import { readName } from "./name-mark.ts";
import { hrefOf, linkList, playable } from "./paging.ts";
import { permissionNames } from "./permissions.ts";
import { readExpiry, TOKEN } from "./token.ts";

// Field names throughout: https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml)

/** An id that is safe as one segment of a path. */
export const id = matching(/^[\w-]{1,128}$/);

/** The id of a share, `tracks:{track}:shares:{share}`, with which it is revoked. */
const shareId = matching(/^tracks:[\w-]{1,64}:shares:[\w-]{1,128}$/);

/**
 * The schema requires a date and has no value for "never". So null and any date from 2200 on are read as never; this is a
 * guess, as there is no public example.
 */
const expiry: Decoder<number | null> = (value) => {
  const at = nullable(instant)(value);
  return at !== null && at >= Date.UTC(2200, 0) ? null : at;
};

/** A track. The service has no artist, picture or duration. */
export function decodeTrack(origin: string): Decoder<Track> {
  const view = record({ track_id: id, label: nullable(text(512)) });
  return (value) => {
    const { track_id, label } = view(value);
    return { provider: "mixthat", origin, id: track_id, title: label, duration: null };
  };
}

/**
 * The stems in the order of their index, as the published player sorts them, each with its
 * playlist and waveform. The addresses are signed: they are requested for each use and never stored.
 * https://github.com/firstcoders/mixthat-player (src/MixthatPlayer.js)
 */
export function decodeTrackAudio(origin: string): Decoder<TrackAudio> {
  const file = record({
    file_id: text(128),
    label: nullable(text(512)),
    type: nullable(text(16)),
    index: nullable(number()),
    $links: linkList,
  });
  const shape = record({ files: list(file, 100) });
  return (value) => {
    const { files } = shape(value);
    const playlists = files
      .toSorted((one, other) => (one.index ?? 0) - (other.index ?? 0))
      .flatMap(({ file_id, label, type, $links }) => {
        const url = playable(hrefOf($links, "m3u8"), origin);
        const waveform = playable(hrefOf($links, "waveform"), origin);
        return url === null
          ? []
          : [{ type, stem: { id: file_id, label: label ?? file_id, url, waveform } }];
      });
    return {
      mix: playlists.find(({ type }) => type === "MIX")?.stem.url ?? null,
      stems: playlists.filter(({ type }) => type === "STEM").map(({ stem }) => stem),
    };
  };
}

/**
 * A share that was just created. The response is `{token, expires}` and nothing else. Both addresses are built from the token,
 * as the published player does: https://github.com/firstcoders/mixthat-player (webUrl) and
 * https://github.com/firstcoders/mixthat-docs (content/docs/general/embedding-a-player.md).
 * That the app's own share link has the form of `webUrl` is a guess.
 */
export function decodeCreatedShare(origin: string, request: ShareRequest): Decoder<CreatedShare> {
  const made = record({ token: shareToken, expires: expiry });
  return (value) => toShare(origin, request, made(value));
}

/** A share whose response broke off. Its token is enough, and contains the expiry. */
export function decodePartialShare(origin: string, request: ShareRequest): Decoder<CreatedShare> {
  const { expiresInDays: days } = request.terms;
  const cut = record({
    token: shareToken,
    expires: withDefault(expiry, getExpiryAfter(days, request)),
  });
  return (value) => {
    const { token, expires } = cut(value);
    // When the request has no expiry, the service chooses one.
    return toShare(origin, request, { token, expires: expires ?? readExpiry(token) });
  };
}

const shareToken = matching(TOKEN);

function toShare(
  origin: string,
  { track, now }: ShareRequest,
  { token, expires }: { token: string; expires: number | null },
): CreatedShare {
  return {
    id: null,
    url: `${origin}${path`/tracks/${track}`}?auth_token=${token}`,
    embedUrl: `${origin}${path`/api/v1/tracks/${track}`}?auth_token=${token}`,
    visibility: "link-only",
    expiresAt: expires,
    createdAt: now,
  };
}

/** A share in the list. It has no token, and revoked shares are not listed. */
export const decodeListedShare: Decoder<RemoteShare> = (value) => {
  const share = listed(value);
  return {
    ...readName(share.name),
    id: share.token_id,
    url: null,
    createdAt: share.created_at,
    expiresAt: share.expires_at,
    revokedAt: null,
    lastUsedAt: share.last_used,
    opens: null,
    permissions: permissions.filter((each) =>
      share.scope?.some((scope) => permissionNames[each].scope.test(scope)),
    ),
  };
};

const listed = record({
  token_id: shareId,
  name: nullable(text()),
  created_at: instant,
  expires_at: expiry,
  last_used: nullable(instant),
  scope: nullable(list(text(200), 100)),
});
