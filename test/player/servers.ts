import { readFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { exposeShadowRoots } from "./page-functions.ts";

/** A request that reached one of the places, as it came. */
export interface ReceivedRequest {
  readonly place: "service" | "site" | "player";
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly cookie: string | null;
  readonly referer: string | null;
  readonly origin: string | null;
}

/** Three origins, as in life: who shares, somebody's site, and where the player's files are. Every request is noted. */
export interface TestServers {
  readonly sandbox: Sandbox;
  /** Origin of the music service. */
  readonly service: string;
  /** Origin of the site; a page of it is made by `page`. */
  readonly site: string;
  /** Origin of the player's files, under `/`. */
  readonly player: string;
  readonly came: ReceivedRequest[];
  /** What the service and the player's host answer to a path, instead of what they have. */
  readonly answers: Map<
    string,
    { readonly kind: ".js" | ".mjs" | ".json" | ".html"; readonly body: string }
  >;
  /** The address of a page of the site with this in its body. */
  page(body: string, head?: string): string;
  /** An address of the site that leads on to another. */
  through(address: string): string;
  close(): Promise<void>;
}

type Answer = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;

const files = fileURLToPath(new URL("../../.output/widget/", import.meta.url));
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
};

/** What the tests look through is no part of the page: asked for by the tests, so not noted. */
const EYES = "/eyes.js";
const withEyes = (html: string): string =>
  html.replace(/<head>/i, `<head><script src="${EYES}"></script>`);

export async function startServers(): Promise<TestServers> {
  const sandbox = await startSandbox();
  const came: ReceivedRequest[] = [];
  const answers: TestServers["answers"] = new Map();
  const pages: string[] = [];
  const turns: string[] = [];
  const servers: Server[] = [];

  async function serve(place: ReceivedRequest["place"], answer: Answer): Promise<number> {
    const server = createServer((incoming, outgoing) => {
      const { method = "", url: path = "", headers } = incoming;
      if (path === EYES) return send(outgoing, ".js", `(${exposeShadowRoots.toString()})()`);
      const { cookie = null, referer = null, origin = null } = headers;
      came.push({ place, method, path, cookie, referer, origin });
      const instead = place !== "site" && answers.get(new URL(path, "http://place").pathname);
      if (instead) return send(outgoing, instead.kind, instead.body);
      void answer(incoming, outgoing);
    });
    servers.push(server);
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    return (server.address() as AddressInfo).port;
  }

  const service = await serve("service", (incoming, outgoing) =>
    passOn(incoming, outgoing, sandbox.port),
  );
  const site = await serve("site", ({ url = "" }, outgoing) => {
    const [, kind, index] = /^\/(page|go)\/(\d+)/.exec(url) ?? [];
    const found = (kind === "go" ? turns : pages)[Number(index ?? -1)];
    if (found === undefined) return send(outgoing, ".txt", "Not found", 404);
    if (kind === "page") return send(outgoing, ".html", found);
    outgoing.writeHead(302, { Location: found }).end();
  });
  const player = await serve("player", async ({ url = "" }, outgoing) => {
    const path = new URL(url, "http://player").pathname;
    const kind = extname(path);
    try {
      const bytes = await readFile(join(files, path));
      send(outgoing, kind, kind === ".html" ? withEyes(bytes.toString()) : bytes);
    } catch (problem) {
      send(outgoing, ".txt", `Not in the built player: ${String(problem)}`, 404);
    }
  });

  return {
    sandbox,
    service: `http://127.0.0.1:${service}`,
    // A name, so that it is another site than the others and not only another port.
    site: `http://localhost:${site}`,
    player: `http://127.0.0.1:${player}`,
    came,
    answers,
    page(body, head = "") {
      const icon = '<link rel="icon" href="data:,">';
      pages.push(
        withEyes(
          `<!doctype html><html lang="en"><head>${icon}${head}<title>A site</title></head><body>${body}</body></html>`,
        ),
      );
      // A path and a query that nobody else has any business to know.
      return `http://localhost:${site}/page/${pages.length - 1}?reader=secret`;
    },
    through: (address) => `http://localhost:${site}/go/${turns.push(address) - 1}`,
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }
      await sandbox.stop();
    },
  };
}

function send(outgoing: ServerResponse, kind: string, body: string | Buffer, status = 200): void {
  outgoing.writeHead(status, {
    "Content-Type": types[kind] ?? "text/plain",
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
  });
  outgoing.end(body);
}

/** To the sandbox and back; the Host header stays, so that the addresses it signs lead here again. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const { method, url: path, headers } = incoming;
  const onward = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  // The listener went away, or the sandbox cut the line on purpose: either way the other side is to see it.
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}
