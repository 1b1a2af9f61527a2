/** A JSON Web Token is made of these; anything else could change the address it is put into. */
const SHAPE = /^[A-Za-z0-9_.-]{1,4096}$/;

export const isToken = (token: string): boolean => SHAPE.test(token);

/**
 * The track that a share token opens, or null. The claims are no documented promise; they are read
 * from the token in the embed of https://github.com/firstcoders/mixthat-docs (layouts/index.html):
 * `token_id` is `tracks:{track}:shares:{share}`, and `scope` has `tracks/read/{track}`.
 */
export function trackOf(token: string): string | null {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token)?.[1] ?? "";
  // No base64 has this length; `atob` would throw.
  if (payload.length % 4 === 1) return null;
  const claims = atob(payload.replaceAll("-", "+").replaceAll("_", "/"));
  const found =
    /"token_id"\s*:\s*"tracks:([a-zA-Z0-9]{6}):shares:/.exec(claims) ??
    /\btracks\/read\/([a-zA-Z0-9]{6})\b/.exec(claims);
  return found?.[1] ?? null;
}
