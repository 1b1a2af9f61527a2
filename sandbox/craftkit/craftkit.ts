import { Hono } from "hono";
import { emailRoutes } from "./email.ts";
import { engagementRoutes } from "./engagement.ts";
import { personOf } from "./authenticate.ts";
import { committedShares } from "./ledger.ts";
import { pageRoutes } from "./pages.ts";
import { notFound } from "./error-responses.ts";
import { renderRoutes } from "./renders.ts";
import { shareRoutes } from "./shares.ts";
import type { SandboxProvider } from "../providers.ts";
import { writeRefusal } from "../error-response.ts";
import type { Env, World } from "../environment.ts";

const describe = (message: string) => ({ error: { code: "internal", message } });

/** What `/v1/renders` offers for renders that exist: https://docs.craftkit.dev/llms.txt */
function routes(world: World): Hono<Env> {
  const app = new Hono<Env>();
  app.onError((problem, c) => writeRefusal(c, problem, describe));
  for (const part of [shareRoutes, emailRoutes, engagementRoutes, renderRoutes])
    app.route("/", part(world));
  app.all("*", () => {
    throw notFound("Endpoint");
  });
  return app;
}

/** CraftKit: shares of PDF documents. */
export const craftkit: SandboxProvider = {
  id: "craftkit",
  path: "/v1/renders",
  routes,
  pages: pageRoutes,
  shares: committedShares,
  edges: () => [],
  personOf,
  hideSecrets: (text) =>
    text
      .replace(/(\/share\/)[^/?#&]+/g, "$1{token}")
      .replace(/\b(cks|ck_[a-z]+)_[\w-]+/g, "{token}"),
};
