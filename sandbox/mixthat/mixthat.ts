import { Hono } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { writeErrorResponse } from "../error-response.ts";
import type { SandboxProvider } from "../provider.ts";
import { findUser } from "./authenticate.ts";
import { notFound } from "./error-responses.ts";
import { createJobRoutes } from "./jobs.ts";
import { readCommittedMixes, readCommittedShares } from "./ledger.ts";
import { createMixRoutes } from "./mixes.ts";
import { createPageRoutes } from "./pages.ts";
import { createShareRoutes } from "./shares.ts";
import { createTrackRoutes } from "./tracks.ts";

/** The part of `/api/v1` about tracks, shares, mixes and jobs: https://github.com/firstcoders/mixthat-docs (openapi.yml) */
function createRoutes(env: Environment): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.onError((problem, c) => writeErrorResponse(c, problem, (message) => ({ message })));
  for (const part of [createTrackRoutes, createShareRoutes, createMixRoutes, createJobRoutes])
    app.route("/", part(env));
  app.all("*", () => {
    throw notFound("Not Found");
  });
  return app;
}

/** Mix That. */
export const mixthat: SandboxProvider = {
  id: "mixthat",
  path: "/api/v1",
  createRoutes,
  createPages: createPageRoutes,
  readShares: readCommittedShares,
  readEdges: readCommittedMixes,
  findUser: findUser,
  hideSecrets: (text) => text.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "{token}"),
};
