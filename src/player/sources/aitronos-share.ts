import { parsePlaybackUrl } from "../net/safe-urls.ts";
import type { Failure } from "../state/failure.ts";
import { bareTrack } from "../state/share.ts";
import type { SharedTrack } from "../state/share.ts";
import { isPlainObject } from "../../shared/is-plain-object.ts";
import type { ShareResult } from "./source.ts";

/*
 * Read by hand, and not with the decoders of `model`: this is all that a page with one track needs of them, and they weigh
 * a tenth of the whole player.
 */

interface Kinds {
  readonly boolean: boolean;
  readonly number: number;
  readonly string: string;
}

/** Thrown and caught in this file only. */
const unreadable = new TypeError("not a share");
const LONGEST = 4096;

/** The own fields of an object. */
function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (!isPlainObject(value)) throw unreadable;
  return Object.fromEntries(Object.entries(value));
}

/** A value of this kind, or null when there is none; numbers are finite and not below zero, texts at most 4,096 long. */
function maybe<K extends keyof Kinds>(value: unknown, kind: K): Kinds[K] | null {
  if (value === null || value === undefined) return null;
  const fits = typeof value === kind && String(value).length <= LONGEST;
  if (!fits || (kind === "number" && !((value as number) >= 0 && (value as number) < Infinity)))
    throw unreadable;
  return value as Kinds[K];
}

export const failed = (failure: Failure): ShareResult => ({ ok: false, failure });

// https://docs.aitronos.com/docs/api-reference/music/resolve-share; fields nobody needs are not looked at.
function readTrack(value: unknown, plain: boolean): SharedTrack {
  const view = fields(value);
  const licence = fields(view["licence"] ?? {});
  const url = maybe(view["playback_url"], "string");
  return {
    ...bareTrack,
    title: maybe(view["title"], "string")?.trim() || null,
    seconds: maybe(view["measured_duration_seconds"], "number") || null,
    playbackUrl: url && parsePlaybackUrl(url, plain),
    credit: maybe(licence["requires_attribution"], "boolean")
      ? { licence: maybe(licence["licence_class"], "string") ?? "" }
      : null,
  };
}

function readShare(body: unknown, plain: boolean): ShareResult {
  const { available, message, kind, track, tracks, collection } = fields(body);
  if (typeof available !== "boolean") throw unreadable;
  const told = maybe(message, "string")?.trim() ?? "";
  if (!available) return failed({ kind: "removed", message: told });
  if (kind !== "track" && kind !== "collection") throw unreadable;
  const views = kind === "track" ? [track] : tracks;
  if (!Array.isArray(views) || views.length > 1000) throw unreadable;
  const read = views.map((view) => readTrack(view, plain));
  if (!read[0]?.playbackUrl) return failed({ kind: "no-sound" });
  const name =
    kind === "collection" ? maybe(fields(collection ?? {})["name"], "string")?.trim() : "";
  return { ok: true, shared: { kind, name: name || null, tracks: read } };
}

/** What `read` makes of something, or `otherwise` when it cannot be read. */
function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error === unreadable) return otherwise;
    throw error;
  }
}

/** Reads the body of a resolved share; never throws. `plain`: see `PublicAddress`. */
export function decodeShare(body: unknown, plain: boolean): ShareResult {
  return attempt(() => readShare(body, plain), failed({ kind: "malformed" }));
}

/** The HTTP status inside the usual error envelope, or null when the body is none. */
export function refusedStatus(body: unknown): number | null {
  return attempt(() => {
    const { success, error } = fields(body);
    return success === false ? maybe(fields(error)["status"], "number") : null;
  }, null);
}
