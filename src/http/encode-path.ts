/**
 * A template tag that percent-encodes the variable parts of a path: path`/v1/music/${org}/tracks/${id}`.
 * Null when a part would change the path even so: it is empty, or "." or "..", which URL parsers remove even when they
 * are encoded, or has a lone surrogate. No service has such an id, so no request is needed.
 */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string | null {
  const bad = parts.some((part) => ["", ".", ".."].includes(part) || !part.isWellFormed());
  if (bad) return null;
  return String.raw({ raw: literals }, ...parts.map((part) => encodeURIComponent(part)));
}
