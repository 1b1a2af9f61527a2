import { createHmac } from "node:crypto";

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");

/** A JSON Web Token signed with HS256; `kid` names the key in its header. */
export function signJwt(kid: string, claims: object, secret: string | Buffer): string {
  const signed = `${encode({ alg: "HS256", typ: "JWT", kid })}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
