import type {
  PlayerClient,
  PlayerSources,
  ResolvedSource,
} from "../../providers/contract/player-source.ts";
import { craftkitSource } from "../../providers/craftkit/player-source.ts";
import { mixthatSource } from "../../providers/mixthat/player-source.ts";
import { diagnoseRequest } from "../net/diagnose-failure.ts";
import { classifyStatus, fetchJson } from "../net/fetch-json.ts";
import { parseSourceUrl } from "../net/safe-urls.ts";
import { resolveFile, resolvePlaylist } from "./audio-url.ts";
import type { SourceRequest, SourceResolver } from "./source.ts";
import { readStemElements, resolveStems } from "./stem-elements.ts";

/** What each service plays. Aitronos is null because the player's first file has tried it before, `web` plays nothing. */
const services: PlayerSources = {
  mixthat: mixthatSource,
  craftkit: craftkitSource,
  aitronos: null,
  web: null,
};

/** Requests whose failure says whether a server answered that lacks CORS headers. */
const client: PlayerClient = {
  classifyStatus,
  async fetchJson(url, headers, signal) {
    const result = await fetchJson(url, headers, signal);
    if (result.ok) return result;
    return { ok: false, failure: await diagnoseRequest(result.failure, url, { headers, signal }) };
  },
};

/** In the order in which they are tried. */
const resolvers: readonly SourceResolver[] = [
  ...Object.values(services)
    .filter((source) => source !== null)
    .map(
      (source): SourceResolver =>
        (address) =>
          source(address, client),
    ),
  resolvePlaylist,
  resolveFile,
];

/** How to open what a page asks for; null when no resolver recognizes the URL. `page` is the base URL of its document. */
export function resolveSource(request: SourceRequest, page: string): ResolvedSource | null {
  const stems = request.element ? readStemElements(request.element) : [];
  if (stems.length > 0) return resolveStems(stems, request, page);
  const address = parseSourceUrl(request.src, page);
  if (!address) return null;
  for (const resolve of resolvers) {
    const resolved = resolve(address, request);
    if (resolved) return resolved;
  }
  return null;
}
