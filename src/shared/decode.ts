import { isPlainObject } from "./is-plain-object.ts";

/** Turns an unknown value into a T, or throws `Malformed` with the path of what is wrong. */
export type Decoder<T> = (value: unknown, where: string) => T;

export type Decoded<D> = D extends Decoder<infer T> ? T : never;

class Malformed extends Error {
  readonly where: string;
  constructor(where: string) {
    super(`malformed: ${where}`);
    this.where = where;
  }
}

/** What a decoder made of a value; `where` is the path of the first field that is wrong. */
export type DecodeResult<T> =
  | { ok: true; value: T }
  | { ok: false; failure: { kind: "malformed"; where: string } };

/** Runs a decoder. The only place where `Malformed` is caught. */
export function decode<T>(decoder: Decoder<T>, value: unknown): DecodeResult<T> {
  try {
    return { ok: true, value: decoder(value, "") };
  } catch (error) {
    if (error instanceof Malformed)
      return { ok: false, failure: { kind: "malformed", where: error.where } };
    throw error;
  }
}

/** For decoders of one's own: refuse the value at `where`. */
export function malformed(where: string): never {
  throw new Malformed(where || "answer");
}

/** A string of at most `max` UTF-16 units; longer ones are refused, not cut. */
export function text(max = 4096): Decoder<string> {
  return (value, where) =>
    typeof value === "string" && value.length <= max ? value : malformed(where);
}

/** A finite number from `min` to `max`. */
export function number(min = -Infinity, max = Infinity): Decoder<number> {
  return (value, where) =>
    typeof value === "number" && Number.isFinite(value) && value >= min && value <= max
      ? value
      : malformed(where);
}

export const boolean: Decoder<boolean> = (value, where) =>
  typeof value === "boolean" ? value : malformed(where);

/** Accepts anything, for parts that are looked at later. */
export const anything: Decoder<unknown> = (value) => value;

/** An ISO 8601 instant, as milliseconds since 1970. */
export const instant: Decoder<number> = (value, where) => {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isFinite(at) ? at : malformed(where);
};

export function oneOf<const T extends string>(...allowed: readonly T[]): Decoder<T> {
  return (value, where) => allowed.find((each) => each === value) ?? malformed(where);
}

/** null and a missing field are both null. */
export function nullable<T>(decoder: Decoder<T>): Decoder<T | null> {
  return (value, where) => (value === null || value === undefined ? null : decoder(value, where));
}

export function list<T>(decoder: Decoder<T>, max = 1000): Decoder<T[]> {
  return (value, where) =>
    Array.isArray(value) && value.length <= max
      ? value.map((item, index) => decoder(item, `${where}[${index}]`))
      : malformed(where);
}

/** An object with own fields of these shapes; unknown fields are dropped. */
export function record<T extends Record<string, Decoder<unknown>>>(
  shape: T,
): Decoder<{ [K in keyof T]: Decoded<T[K]> }> {
  return (value, where) => {
    if (!isPlainObject(value)) return malformed(where);
    const fields = Object.entries(shape).map(([name, decoder]) => {
      const field = Object.hasOwn(value, name) ? value[name] : undefined;
      return [name, decoder(field, where ? `${where}.${name}` : name)];
    });
    return Object.fromEntries(fields) as { [K in keyof T]: Decoded<T[K]> };
  };
}

/** A map from short names to strings. */
export const texts: Decoder<Record<string, string>> = (value, where) => {
  if (!isPlainObject(value)) return malformed(where);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, text()(item, `${where}.${name}`)]),
  );
};
