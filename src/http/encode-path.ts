/**
 * A path whose variable parts cannot leave their segment:
 * path`/v1/music/${org}/tracks/${id}`. Null when a part could: it is empty, or "." or "..", which
 * URL parsers fold away even when they are percent-encoded, or not text at all (a lone surrogate).
 * There can be no such thing at a service, so nothing needs to be asked.
 */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string | null {
  const bad = parts.some((part) => ["", ".", ".."].includes(part) || !part.isWellFormed());
  if (bad) return null;
  return String.raw({ raw: literals }, ...parts.map((part) => encodeURIComponent(part)));
}
