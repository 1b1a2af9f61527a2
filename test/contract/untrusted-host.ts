import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A host of a stranger, which no request may reach. */
export async function startCanary() {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url} ${JSON.stringify(request.headers)}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end("{}");
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  const stop = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { origin: `http://127.0.0.1:${port}`, requests, stop };
}
