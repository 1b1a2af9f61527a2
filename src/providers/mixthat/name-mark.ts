import { cutText } from "../../shared/cut-text.ts";

/** Longest name of a share. https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml, CreateTokenRequest) */
const LONGEST = 50;

const SEPARATOR = " · ";

/** A whole name: what the person wrote, then our mark. Crockford's base 32 has no I, L, O, U. */
const NAME = /^(?:(?<label>.*) · )?(?<nonce>[0-9A-HJKMNP-TV-Z]{10})$/su;

/**
 * The name a share gets at the service: as much of the person's own as fits before our mark.
 * The answer to making a share has no id, so the mark is what finds it in the list.
 */
export function markName(label: string | null, nonce: string): string {
  // A lone surrogate would come back as another character.
  const room = LONGEST - SEPARATOR.length - nonce.length;
  const whole = (label ?? "").toWellFormed().trim();
  const cut = cutText(whole, room).trimEnd();
  return cut === "" ? nonce : cut + SEPARATOR + nonce;
}

/** Takes a listed name apart; a name without our mark was given elsewhere and is the person's alone. */
export function readName(name: string | null): { name: string | null; nonce: string | null } {
  const found = NAME.exec(name ?? "")?.groups;
  if (!found) return { name: name || null, nonce: null };
  return { name: found["label"] || null, nonce: found["nonce"] ?? null };
}
