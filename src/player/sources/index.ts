import { parseSourceUrl } from "../net/safe-urls.ts";
import { resolveFile, resolvePlaylist } from "./audio-url.ts";
import { craftkit } from "./craftkit.ts";
import { mixthat } from "./mixthat.ts";
import type { ResolvedSource, SourceRequest, SourceResolver } from "./source.ts";
import { readStemElements, resolveStems } from "./stem-elements.ts";

/** In the order in which they are tried. The player's first file has tried `aitronos.ts` before. */
export const sources: readonly SourceResolver[] = [mixthat, craftkit, resolvePlaylist, resolveFile];

/** How to open what a page asks for; null when no resolver recognizes the URL. `page` is the base URL of its document. */
export function resolveSource(request: SourceRequest, page: string): ResolvedSource | null {
  const stems = request.element ? readStemElements(request.element) : [];
  if (stems.length > 0) return resolveStems(stems, request, page);
  const address = parseSourceUrl(request.src, page);
  if (!address) return null;
  for (const resolve of sources) {
    const resolved = resolve(address, request);
    if (resolved) return resolved;
  }
  return null;
}
