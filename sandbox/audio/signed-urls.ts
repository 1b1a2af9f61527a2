import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Settings } from "../settings.ts";

/** Short-lived addresses of audio files. */
export interface SignedUrls {
  /** A fresh address of `{name}.mp3` that works for `settings.signedUrlSeconds`. */
  sign(origin: string, name: string): string;
  /** As `sign`, for any path of this sandbox; `allows` takes the path instead of a name. */
  signPath(origin: string, path: string): string;
  /** Whether this signature belongs to this file and has not expired. */
  allows(name: string, expires: string, sig: string): boolean;
}

/** Signs with a key that lives as long as the process: a restart ends every address, as time does. */
export function createSignedUrls(clock: Clock, settings: Settings): SignedUrls {
  const secret = randomBytes(32);
  const sigOf = (name: string, expires: string) =>
    createHmac("sha256", secret).update(`${name}\n${expires}`).digest("hex");
  const query = (name: string) => {
    // Milliseconds, so that two addresses made one after the other differ.
    const expires = String(clock.now() + settings.signedUrlSeconds * 1000);
    return `?expires=${expires}&sig=${sigOf(name, expires)}`;
  };
  return {
    sign: (origin, name) => `${origin}/audio/${name}.mp3${query(name)}`,
    signPath: (origin, path) => `${origin}${path}${query(path)}`,
    allows(name, expires, sig) {
      const right = Buffer.from(sigOf(name, expires));
      const given = Buffer.from(sig);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
      return clock.now() < Number(expires);
    },
  };
}

/** The origin a caller used, so that links lead back to the same one. */
export function getOrigin(request: Request): string {
  return new URL(request.url).origin;
}
