import { isPlainObject } from "../../shared/is-plain-object.ts";
import { parsePlaybackUrl } from "../../shared/playback-url.ts";
import {
  bareTrack,
  type SharedTrack,
  type ShareResult,
  type SourceFailure,
} from "../contract/player-source.ts";

/*
 * Read by hand and not with the decoders of src/shared/decode.ts, because they weigh a tenth of the player's first file,
 * and a page with one track needs no more than this.
 */

interface Kinds {
  readonly boolean: boolean;
  readonly number: number;
  readonly string: string;
}

/** Thrown and caught in this file only. */
const notAShare = new TypeError("not a share");
/** Characters. */
const LONGEST = 4096;

/** The own fields of an object. */
function readFields(value: unknown): Readonly<Record<string, unknown>> {
  if (!isPlainObject(value)) throw notAShare;
  return Object.fromEntries(Object.entries(value));
}

/** A value of this kind, or null when there is none; numbers are finite and not below zero, texts at most 4,096 long. */
function readOptional<K extends keyof Kinds>(value: unknown, kind: K): Kinds[K] | null {
  if (value === null || value === undefined) return null;
  const fits = typeof value === kind && String(value).length <= LONGEST;
  if (!fits || (kind === "number" && !((value as number) >= 0 && (value as number) < Infinity)))
    throw notAShare;
  return value as Kinds[K];
}

const failed = (failure: SourceFailure): ShareResult => ({ ok: false, failure });

// https://docs.aitronos.com/docs/api-reference/music/resolve-share; fields nobody needs are not looked at.
function readTrack(value: unknown, allowsHttp: boolean): SharedTrack {
  const view = readFields(value);
  const licence = readFields(view["licence"] ?? {});
  const url = readOptional(view["playback_url"], "string");
  return {
    ...bareTrack,
    title: readOptional(view["title"], "string")?.trim() || null,
    seconds: readOptional(view["measured_duration_seconds"], "number") || null,
    playbackUrl: url && parsePlaybackUrl(url, allowsHttp),
    credit: readOptional(licence["requires_attribution"], "boolean")
      ? { licence: readOptional(licence["licence_class"], "string") ?? "" }
      : null,
  };
}

function readShare(body: unknown, allowsHttp: boolean): ShareResult {
  const { available, message, kind, track, tracks, collection } = readFields(body);
  if (typeof available !== "boolean") throw notAShare;
  const reason = readOptional(message, "string")?.trim() ?? "";
  if (!available) return failed({ kind: "removed", message: reason });
  if (kind !== "track" && kind !== "collection") throw notAShare;
  const views = kind === "track" ? [track] : tracks;
  if (!Array.isArray(views) || views.length > 1000) throw notAShare;
  const read = views.map((view) => readTrack(view, allowsHttp));
  if (!read[0]?.playbackUrl) return failed({ kind: "no-sound" });
  const name =
    kind === "collection"
      ? readOptional(readFields(collection ?? {})["name"], "string")?.trim()
      : "";
  return { ok: true, shared: { kind, name: name || null, tracks: read } };
}

/** The value that `read` returns, or `otherwise` when the response cannot be read. */
function readOr<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error === notAShare) return otherwise;
    throw error;
  }
}

/** Reads the body of a resolved share; a failure when it is none, never an exception. `allowsHttp`: see `SourceUrl`. */
export function decodePlayerShare(body: unknown, allowsHttp: boolean): ShareResult {
  return readOr(() => readShare(body, allowsHttp), failed({ kind: "malformed" }));
}

/** The HTTP status in an error envelope, or null when the body is none. */
export function findErrorStatus(body: unknown): number | null {
  return readOr(() => {
    const { success, error } = readFields(body);
    return success === false ? readOptional(readFields(error)["status"], "number") : null;
  }, null);
}
