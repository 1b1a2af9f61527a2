import { Hono } from "hono";
import type { HonoEnv, Environment } from "../environment.ts";
import { writeErrorResponse } from "../error-response.ts";
import type { SandboxProvider } from "../provider.ts";
import { findUser } from "./authenticate.ts";
import { createEmailRoutes } from "./email.ts";
import { createEngagementRoutes } from "./engagement.ts";
import { notFound } from "./error-responses.ts";
import { readCommittedShares } from "./ledger.ts";
import { createPageRoutes } from "./pages.ts";
import { createRenderRoutes } from "./renders.ts";
import { createShareRoutes } from "./shares.ts";

const describe = (message: string) => ({ error: { code: "internal", message } });

/** What `/v1/renders` offers for renders that exist: https://docs.craftkit.dev/llms.txt */
function createRoutes(env: Environment): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.onError((problem, c) => writeErrorResponse(c, problem, describe));
  for (const part of [
    createShareRoutes,
    createEmailRoutes,
    createEngagementRoutes,
    createRenderRoutes,
  ])
    app.route("/", part(env));
  app.all("*", () => {
    throw notFound("Endpoint");
  });
  return app;
}

/** CraftKit: shares of PDF documents. */
export const craftkit: SandboxProvider = {
  id: "craftkit",
  path: "/v1/renders",
  createRoutes,
  createPages: createPageRoutes,
  readShares: readCommittedShares,
  readEdges: () => [],
  findUser: findUser,
  hideSecrets: (text) =>
    text
      .replace(/(\/share\/)[^/?#&]+/g, "$1{token}")
      .replace(/\b(cks|ck_[a-z]+)_[\w-]+/g, "{token}"),
};
