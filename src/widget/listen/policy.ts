/**
 * What the listening page and the frame may do, as a Content-Security-Policy. Scripts and styles come from beside the
 * page only. A share may be on any server, its sound and its cover on any other: over https:, or on this machine.
 */
export const policy = (() => {
  const anywhere = "https: http://127.0.0.1:* http://localhost:*";
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src ${anywhere}`,
    `media-src ${anywhere} blob:`,
    `img-src ${anywhere} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
})();

/** In the page itself: a request for /favicon.ico would be one more. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Cpath fill='%235b3bc4' d='M4 1h8v14l-4-3.4L4 15z'/%3E%3C/svg%3E";
