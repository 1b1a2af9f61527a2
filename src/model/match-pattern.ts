/**
 * The browser's name for "every page of this host". The port is left out: Firefox refuses
 * match patterns with one, and Chromium reads a pattern without as every port.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function toMatchPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
