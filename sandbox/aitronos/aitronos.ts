import { Hono } from "hono";
import { collectionRoutes } from "./collections.ts";
import { personOf } from "./authenticate.ts";
import { committedEdges, committedShares } from "./ledger.ts";
import { libraryRoutes } from "./library.ts";
import { notFound, writeRefusal } from "./error-response.ts";
import { sharedRoutes } from "./open-share.ts";
import { shareRoutes } from "./shares.ts";
import { trackRoutes } from "./tracks.ts";
import type { SandboxProvider } from "../providers.ts";
import type { Env, World } from "../environment.ts";

/** The whole of `/v1/music`, as published at https://docs.aitronos.com/docs/api-reference/music/introduction */
function routes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((problem, c) => writeRefusal(c, problem, world.clock.now()));
  // The two `/shared/` paths come first: "shared" would pass for an organization.
  for (const part of [sharedRoutes, libraryRoutes, shareRoutes, trackRoutes, collectionRoutes])
    app.route("/", part(world));
  app.all("*", () => {
    throw notFound("No such endpoint");
  });
  return app;
}

/** Aitronos Music. */
export const aitronos: SandboxProvider = {
  id: "aitronos",
  path: "/v1/music",
  routes,
  shares: committedShares,
  edges: committedEdges,
  personOf,
  hideSecrets: (text) =>
    text
      .replace(/(\/v1\/music\/shared\/)[^/?#&]+/g, "$1{token}")
      .replace(/\b(shr|ak)_\w+/g, "{token}"),
};
