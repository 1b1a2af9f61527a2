/**
 * The match pattern for all pages of an origin's host. It has no port, because Firefox refuses match patterns with one;
 * in Chromium a pattern without a port matches every port.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
