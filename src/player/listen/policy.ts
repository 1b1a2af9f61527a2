/** A share may be on any server, its sound and its cover on any other: over https:, or on this machine. */
const ANYWHERE = "https: http://127.0.0.1:* http://localhost:*";

/** A Content-Security-Policy for a page that runs these scripts and has these styles, and no others. */
export function createPolicy(scripts: string, styles: string): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    `connect-src ${ANYWHERE}`,
    `media-src ${ANYWHERE} blob:`,
    `img-src ${ANYWHERE} data:`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** In the page itself: a request for /favicon.ico would be one more. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Cpath fill='%235b3bc4' d='M4 1h8v14l-4-3.4L4 15z'/%3E%3C/svg%3E";
