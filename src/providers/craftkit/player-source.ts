import type { PlayerSource } from "../contract/player-source.ts";

/**
 * A share link of CraftKit, under any host, because a project can have its own. It is never fetched: opening it counts as a
 * view by the recipient. https://docs.craftkit.dev/guides/sharing
 */
export const craftkitSource: PlayerSource = ({ url }) => {
  if (!/^\/share\/[\w-]{4,256}\/?$/.test(url.pathname)) return null;
  const linkAddress = url.href;
  return {
    linkAddress,
    document: { title: null, url: linkAddress },
    fetchShare: async () => ({ ok: false, failure: { kind: "no-sound" } }),
  };
};
