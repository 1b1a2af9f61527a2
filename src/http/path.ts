/**
 * A path whose variable parts cannot leave their segment:
 * path`/v1/music/${org}/tracks/${id}`. Throws on an empty part, "." and "..", which
 * URL parsers fold away even when they are percent-encoded.
 */
export function path(literals: TemplateStringsArray, ...parts: readonly string[]): string {
  return literals.reduce((all, literal, index) => {
    const part = parts[index - 1] ?? "";
    if (part === "" || part === "." || part === "..") throw new TypeError("not a path segment");
    return all + encodeURIComponent(part) + literal;
  });
}
