import { Hono } from "hono";
import { audioRoutes } from "./audio.ts";
import { controlRoutes } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { providers } from "./providers.ts";
import { siteRoutes } from "./site/site.ts";
import { widgetRoutes } from "./widget-files.ts";
import type { Env, World } from "./world.ts";

/** Everything under one origin: controls, audio, widget, the providers, and the demo pages. */
export function createApp(world: World, controls: Controls, widgetFolder: string): Hono<Env> {
  const app = new Hono<Env>();
  app.route("/__sandbox", controlRoutes(controls));
  app.route("/audio", audioRoutes(world));
  app.route("/widget", widgetRoutes(widgetFolder));
  for (const provider of providers) app.route(provider.path, provider.routes(world));
  app.route("/", siteRoutes(world));
  return app;
}
