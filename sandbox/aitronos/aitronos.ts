import { Hono } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import type { SandboxProvider } from "../provider.ts";
import { findUser } from "./authenticate.ts";
import { createCollectionRoutes } from "./collections.ts";
import { notFound, writeErrorResponse } from "./error-response.ts";
import { readCommittedEdges, readCommittedShares } from "./ledger.ts";
import { createLibraryRoutes } from "./library.ts";
import { createOpenShareRoutes } from "./open-share.ts";
import { createShareRoutes } from "./shares.ts";
import { createTrackRoutes } from "./tracks.ts";

/** The whole of `/v1/music`, as published at https://docs.aitronos.com/docs/api-reference/music/introduction */
function createRoutes(env: Environment): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.onError((problem, c) => writeErrorResponse(c, problem, env.clock.now()));
  // The two `/shared/` paths come first: "shared" would pass for an organization.
  for (const part of [
    createOpenShareRoutes,
    createLibraryRoutes,
    createShareRoutes,
    createTrackRoutes,
    createCollectionRoutes,
  ])
    app.route("/", part(env));
  app.all("*", () => {
    throw notFound("No such endpoint");
  });
  return app;
}

/** Aitronos Music. */
export const aitronos: SandboxProvider = {
  id: "aitronos",
  path: "/v1/music",
  createRoutes,
  readShares: readCommittedShares,
  readEdges: readCommittedEdges,
  findUser: findUser,
  hideSecrets: (text) =>
    text
      .replace(/(\/v1\/music\/shared\/)[^/?#&]+/g, "$1{token}")
      .replace(/\b(shr|ak)_\w+/g, "{token}"),
};
