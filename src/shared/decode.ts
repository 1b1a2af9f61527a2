import { isPlainObject } from "./is-plain-object.ts";

/**
 * Turns an unknown value into a T, or throws `Malformed`.
 *
 * Valibot 1.5 was measured for this. It adds 1.7 KB gzip to each program that decodes and takes several times as long per
 * row, and would still need code of ours: its `object` takes arrays and inherited fields, and its paths are written
 * differently.
 */
export type Decoder<T> = (value: unknown) => T;

export type Decoded<D> = D extends Decoder<infer T> ? T : never;

class Malformed extends Error {
  /** Where the wrong value is, from the value that the decoder got: "", ".tracks", ".tracks[0].id". */
  path: string;
  constructor(path: string) {
    super(`malformed: ${path}`);
    this.path = path;
  }
}

/** What a decoder made of a value; `where` is the path of the first field that is wrong, "answer" for the value itself. */
export type DecodeResult<T> =
  | { ok: true; value: T }
  | { ok: false; failure: { kind: "malformed"; where: string } };

/** Runs a decoder. Never throws, but for bugs. */
export function decode<T>(decoder: Decoder<T>, value: unknown): DecodeResult<T> {
  try {
    return { ok: true, value: decoder(value) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const where = error.path.replace(/^\./, "") || "answer";
    return { ok: false, failure: { kind: "malformed", where } };
  }
}

/** Refuses the value of a decoder, or the field of it that is named. */
export function malformed(field = ""): never {
  throw new Malformed(field && `.${field}`);
}

/** Decodes a part of a value; `step` leads there: ".name" or "[0]". */
export function decodePart<T>(step: string, decoder: Decoder<T>, value: unknown): T {
  try {
    return decoder(value);
  } catch (error) {
    if (error instanceof Malformed) error.path = step + error.path;
    throw error;
  }
}

/** A string of at most `max` UTF-16 units; longer ones are refused, not cut. */
export function text(max = 4096): Decoder<string> {
  return (value) => (typeof value === "string" && value.length <= max ? value : malformed());
}

/** A string that a pattern accepts; the pattern is anchored and limits the length. */
export function matching(pattern: RegExp): Decoder<string> {
  return (value) => (typeof value === "string" && pattern.test(value) ? value : malformed());
}

/** A finite number from `min` to `max`. */
export function number(min = -Infinity, max = Infinity): Decoder<number> {
  return (value) =>
    typeof value === "number" && Number.isFinite(value) && value >= min && value <= max
      ? value
      : malformed();
}

export const boolean: Decoder<boolean> = (value) =>
  typeof value === "boolean" ? value : malformed();

/** Accepts any value, for parts that are decoded later. */
export const anything: Decoder<unknown> = (value) => value;

/** An ISO 8601 instant, as milliseconds since 1970. */
export const instant: Decoder<number> = (value) => {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? at : malformed();
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Decoder<T> {
  return (value) => allowed.find((each) => each === value) ?? malformed();
}

/** null and a missing field are both null. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value) => (value === null || value === undefined ? null : decoder(value));
}

export function list<T>(decoder: Decoder<T>, max = 1000): Decoder<T[]> {
  return (value) =>
    Array.isArray(value) && value.length <= max
      ? value.map((item, index) => decodePart(`[${index}]`, decoder, item))
      : malformed();
}

/** An object with own fields of these shapes; unknown fields are dropped. */
export function record<T extends Record<string, Decoder<unknown>>>(
  shape: T,
): Decoder<{ [K in keyof T]: Decoded<T[K]> }> {
  const decoders = Object.entries(shape);
  return (value) => {
    if (!isPlainObject(value)) return malformed();
    const fields: Record<string, unknown> = {};
    for (const [name, decoder] of decoders) {
      const field = Object.hasOwn(value, name) ? value[name] : undefined;
      fields[name] = decodePart(`.${name}`, decoder, field);
    }
    return fields as { [K in keyof T]: Decoded<T[K]> };
  };
}

/** A map from short names to strings. */
export const texts: Decoder<Record<string, string>> = (value) =>
  isPlainObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, decodePart(`.${name}`, text(), item)]),
      )
    : malformed();
