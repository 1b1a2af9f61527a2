/** The characters of a JSON Web Token. Any other could change the address that contains the token. */
export const TOKEN = /^[A-Za-z0-9_.-]{1,4096}$/;

/**
 * The claims of a share token as text; empty when it has none. They are not documented, but taken from the token in the embed
 * code of https://github.com/firstcoders/mixthat-docs (layouts/index.html):
 * `token_id` is `tracks:{track}:shares:{share}`, and `scope` has `tracks/read/{track}`.
 */
function readClaims(token: string): string {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1] ?? "";
  // Base64 never has such a length, and `atob` would throw.
  if (payload.length % 4 === 1) return "";
  return atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
}

/** The id of the track that a share token opens; null when the token does not tell. */
export function readTrackId(token: string): string | null {
  const claims = readClaims(token);
  const found =
    /"token_id"\s*:\s*"tracks:([a-zA-Z0-9]{6}):shares:/.exec(claims) ??
    /\btracks\/read\/([a-zA-Z0-9]{6})\b/.exec(claims);
  return found?.[1] ?? null;
}

/** Whether an address has the token of the share with this id, `tracks:{track}:shares:{share}`. */
export function isAddressOf(address: string, id: string): boolean {
  if (!URL.canParse(address)) return false;
  const token = new URL(address).searchParams.get("auth_token") ?? "";
  return /"token_id"\s*:\s*"([^"\\]*)"/.exec(readClaims(token))?.[1] === id;
}

/** When a share token expires, in milliseconds since 1970; null when it does not tell. https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
export function readExpiry(token: string): number | null {
  const seconds = /"exp"\s*:\s*(\d{1,11})\b/.exec(readClaims(token))?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
