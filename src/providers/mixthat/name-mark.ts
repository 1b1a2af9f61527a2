import { cutText } from "../../shared/cut-text.ts";

/** Longest name of a share. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, CreateTokenRequest) */
const MAX_NAME_LENGTH = 50;

const SEPARATOR = " · ";

/** A name with a mark: the person's own name, then the nonce in Crockford's base 32, which has no I, L, O and U. */
const NAME = /^(?:(?<label>.*) · )?(?<nonce>[0-9A-HJKMNP-TV-Z]{10})$/su;

/**
 * The name of a share at the service: the person's own name, shortened so that the nonce fits behind it. The response to
 * creating a share has no id, so the nonce is how the share is found in the list.
 */
export function markName(label: string | null, nonce: string): string {
  // The service would return a lone surrogate as another character.
  const room = MAX_NAME_LENGTH - SEPARATOR.length - nonce.length;
  const whole = (label ?? "").toWellFormed().trim();
  const cut = cutText(whole, room).trimEnd();
  return cut === "" ? nonce : cut + SEPARATOR + nonce;
}

/** Splits the name of a listed share into the person's own name and the nonce. A name without a nonce was not given by Earmark. */
export function readName(name: string | null): { name: string | null; nonce: string | null } {
  const found = NAME.exec(name ?? "")?.groups;
  if (!found) return { name: name || null, nonce: null };
  return { name: found["label"] || null, nonce: found["nonce"] ?? null };
}
