import { createServer } from "node:net";
import type { AddressInfo } from "node:net";

/** A port of 127.0.0.1 on which nothing listens now: the preferred one if it is free. */
export async function findFreePort(preferred = 0): Promise<number> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(preferred, "127.0.0.1", resolve);
    });
  } catch (taken) {
    if (preferred === 0) throw taken;
    return findFreePort();
  }
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
