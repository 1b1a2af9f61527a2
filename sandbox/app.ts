import { Hono } from "hono";
import { createAudioRoutes } from "./audio/audio.ts";
import { createHlsRoutes } from "./audio/hls.ts";
import { createPlayerRoutes } from "./built-player.ts";
import { createControlRoutes } from "./controls.ts";
import type { Controls } from "./controls.ts";
import { createDemoRoutes } from "./demo/demo-routes.ts";
import type { HonoEnv, Environment } from "./environment.ts";
import { providers } from "./providers.ts";
import { createSiteRoutes } from "./site/site.ts";

/** Everything under one origin: controls, audio, the player, the providers, and the demo pages. */
export function createApp(
  env: Environment,
  controls: Controls,
  playerFolder: string,
): Hono<HonoEnv> {
  const app = new Hono<HonoEnv>();
  app.route("/__sandbox", createControlRoutes(controls));
  app.route("/audio", createAudioRoutes(env));
  app.route("/widget", createPlayerRoutes(playerFolder));
  app.route("/audio", createHlsRoutes(env));
  for (const { path, createRoutes: routes, createPages: pages } of providers) {
    app.route(path, routes(env));
    if (pages) app.route("/", pages(env));
  }
  app.route("/demo", createDemoRoutes(env));
  app.route("/", createSiteRoutes(env));
  return app;
}
