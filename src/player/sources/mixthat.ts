import { askMixthat } from "./mixthat-track.ts";
import type { SourceResolver } from "./source.ts";

/** The page of a track, and where the service tells about it; a self-hosted edition is under any origin. */
const PATH = /^(?:\/api\/v1)?\/tracks\/([a-zA-Z0-9]{6})\/?$/;

/** A Mix That track, by the address of its page or by that of its API, as `<mixthat-player src>` has it. */
export const mixthat: SourceResolver = (address) => {
  const { origin, pathname, searchParams } = address.url;
  const id = PATH.exec(pathname)?.[1];
  if (!id) return null;
  const token = searchParams.get("auth_token");
  const page = new URL(`/tracks/${id}`, origin);
  if (token) page.searchParams.set("auth_token", token);
  return {
    linkAddress: page.href,
    fetchShare: (signal) => askMixthat(address, id, token, signal),
  };
};
