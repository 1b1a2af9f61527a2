import { Hono } from "hono";
import { personOf } from "./authenticate.ts";
import { jobRoutes } from "./jobs.ts";
import { committedMixes, committedShares } from "./ledger.ts";
import { mixRoutes } from "./mixes.ts";
import { pageRoutes } from "./pages.ts";
import { notFound } from "./error-responses.ts";
import { shareRoutes } from "./shares.ts";
import { trackRoutes } from "./tracks.ts";
import type { SandboxProvider } from "../providers.ts";
import { writeRefusal } from "../error-response.ts";
import type { Env, World } from "../environment.ts";

/** The part of `/api/v1` about tracks, shares, mixes and jobs: https://github.com/firstcoders/mixthat-docs (openapi.yml) */
function routes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((problem, c) => writeRefusal(c, problem, (message) => ({ message })));
  for (const part of [trackRoutes, shareRoutes, mixRoutes, jobRoutes]) app.route("/", part(world));
  app.all("*", () => {
    throw notFound("Not Found");
  });
  return app;
}

/** Mix That. */
export const mixthat: SandboxProvider = {
  id: "mixthat",
  path: "/api/v1",
  routes,
  pages: pageRoutes,
  shares: committedShares,
  edges: committedMixes,
  personOf,
  hideSecrets: (text) => text.replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, "{token}"),
};
