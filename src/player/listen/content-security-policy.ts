/** A share, its audio and its cover may be on any servers: over https:, or over http: on this machine. */
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

/** The favicon as a data: URL, so that browsers do not request /favicon.ico. */
export const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E" +
  "%3Cpath fill='%235b3bc4' d='M4 1h8v14l-4-3.4L4 15z'/%3E%3C/svg%3E";
