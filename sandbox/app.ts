import { Hono } from "hono";
import { audioRoutes } from "./audio/audio.ts";
import { controlRoutes } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { demoRoutes } from "./demo/demo.ts";
import { hlsRoutes } from "./audio/hls.ts";
import { providers } from "./providers.ts";
import { siteRoutes } from "./site/site.ts";
import { widgetRoutes } from "./built-player.ts";
import type { Env, World } from "./environment.ts";

/** Everything under one origin: controls, audio, widget, the providers, and the demo pages. */
export function createApp(world: World, controls: Controls, widgetFolder: string): Hono<Env> {
  const app = new Hono<Env>();
  app.route("/__sandbox", controlRoutes(controls));
  app.route("/audio", audioRoutes(world));
  app.route("/widget", widgetRoutes(widgetFolder));
  app.route("/audio", hlsRoutes(world));
  for (const { path, routes, pages } of providers) {
    app.route(path, routes(world));
    if (pages) app.route("/", pages(world));
  }
  app.route("/demo", demoRoutes(world));
  app.route("/", siteRoutes(world));
  return app;
}
