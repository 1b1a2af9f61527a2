import type { Server } from "node:http";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createAdaptorServer } from "@hono/node-server";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { createApp } from "./app.ts";
import type { Controls } from "./controls.ts";
import { openDatabase } from "./database.ts";
import { findDemoFault } from "./demo/links.ts";
import { createEnvironment, defaultSettings } from "./environment.ts";
import type { Settings } from "./environment.ts";
import { applyFault } from "./faults/fault-actions.ts";
import { createFaults } from "./faults/faults.ts";
import { readLedger } from "./ledger.ts";
import { providers } from "./providers.ts";
import { createRequestLog } from "./request-log.ts";
import { seed, seedIfNew } from "./seed.ts";

/** A running sandbox. The controls do the same as `/__sandbox/…`. */
export interface Sandbox extends Controls {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly port: number;
  /** Ends at once: open connections are cut, hanging requests with them. */
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** 0 or omitted: any free port. */
  port?: number;
  /** A SQLite file that outlives the process; omitted: in memory. */
  file?: string;
  /** The folder behind `/widget/`; default `.output/widget` of the project. */
  playerFolder?: string;
  settings?: Partial<Settings>;
}

const builtPlayer = fileURLToPath(new URL("../.output/widget", import.meta.url));

function listen(server: Server, port: number): Promise<number> {
  return new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      listening(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

/** The status that went out; null when nothing did. */
function statusOf(response: Response, { incoming, outgoing }: HttpBindings): number | null {
  if (response === RESPONSE_ALREADY_SENT) return outgoing.headersSent ? outgoing.statusCode : null;
  return incoming.socket.destroyed ? null : response.status;
}

/** Starts the services on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port: wanted = 0, file, playerFolder = builtPlayer, settings } = options;
  const db = openDatabase(file);
  seedIfNew(db);
  const env = createEnvironment(db, settings);
  const faults = createFaults();
  const log = createRequestLog(providers);
  const ending = Promise.withResolvers<void>();
  const controls: Controls = {
    faults,
    ledger: () => readLedger(db, providers, log.entries),
    reset() {
      seed(db);
      faults.clear();
      log.entries.length = 0;
      env.limits.clear();
      env.clock.shift(0);
      Object.assign(env.settings, defaultSettings, settings);
    },
    shiftClock: (offsetMs) => env.clock.shift(offsetMs),
    set: (changes) => Object.assign(env.settings, changes),
  };
  const app = createApp(env, controls, resolve(playerFolder));

  async function handle(request: Request, raw: HttpBindings): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/__sandbox/")) return app.fetch(request, raw);
    const entry = log.add(request);
    const fault = faults.take(request.method, pathname) ?? findDemoFault(pathname);
    const respond = async () => app.fetch(request, raw);
    const target = { raw, faults, stopped: ending.promise, respond };
    const response = fault ? await applyFault(fault, target) : await respond();
    if (entry) entry.status = statusOf(response, raw);
    return response;
  }

  const server = createAdaptorServer({
    fetch: (request, raw) => handle(request, raw as HttpBindings),
  }) as Server;
  const port = await listen(server, wanted);
  let stopping: Promise<void> | undefined;
  async function stop(): Promise<void> {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    // Last, so that a request that was waiting finds its socket closed and commits nothing.
    ending.resolve();
    await closed;
    db.close();
  }
  return {
    ...controls,
    origin: `http://127.0.0.1:${port}`,
    port,
    stop: () => (stopping ??= stop()),
  };
}
