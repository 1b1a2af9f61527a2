import type { InMemorySandbox, SandboxResponse } from "./sandbox-in-memory.ts";
import type { Clock } from "./simulated-clock.ts";

/** What happens to a request that fails. */
export type Effect =
  /** It never arrives. */
  | { kind: "lost" }
  /** It is executed, and no response ever comes. */
  | { kind: "no-response" }
  /** It arrives so many milliseconds late, after the background has given up waiting. */
  | { kind: "late"; ms: number }
  /** Only the first bytes of the response body arrive. */
  | { kind: "truncated"; bytes: number }
  /** Another response than the service's; `executed`: the request was executed all the same. */
  | { kind: "status"; status: number; executed: boolean; retryAfter: string | null }
  /** It is executed, and a proxy responds with an HTML page. */
  | { kind: "html" }
  /** The browser repeats it by itself; the response is that of the second one. */
  | { kind: "sent-twice" };

/** Something that happens to the next requests of a kind. */
export interface Fault {
  on: "any" | "share" | "change" | "list";
  times: number;
  effect: Effect;
}

/** The network between the background and the services. */
export interface Network {
  online: boolean;
  /** How old Mix That's list of links can be, in milliseconds. */
  listLag: number;
  addFault(fault: Fault): void;
  clearFaults(): void;
  send(url: URL, init: RequestInit): Promise<Response>;
  /** The background was stopped: it gets no response any more. Requests that were sent still arrive. */
  disconnect(error: Error): void;
}

const requestFilters: Record<Fault["on"], (method: string, path: string) => boolean> = {
  any: () => true,
  share: (method, path) => method === "POST" && /\/shares?$/.test(path),
  change: (method) => method !== "GET",
  list: (method, path) => method === "GET" && path.endsWith("/shares"),
};

/** Only requests for shares arrive minutes late: a late save could undo a removal that was sent after it. */
const canBeLate = (path: string): boolean => /\/shares?(\/|$)/.test(path);

/** With an older list (milliseconds), the background stops polling before the link shows in it. */
const MAX_LIST_LAG_FOR_REPEATS = 7000;

/**
 * Whether the extension can repair a request that the browser repeats. It cannot where the service has no list of
 * links, where the list does not show the mark, or where a person gets a message.
 */
const canBeSentTwice = ({ body }: RequestInit): boolean =>
  /"expiresAt"|"name"/.test(String(body)) && !/recipient/.test(String(body));

export function createNetwork(
  clock: Clock,
  random: () => number,
  sandbox: InMemorySandbox,
  log: (line: string) => void,
): Network {
  let faults: Fault[] = [];
  const pending = new Set<(error: Error) => void>();

  function takeEffect(method: string, path: string): Effect | null {
    const found = faults.find(({ on }) => requestFilters[on](method, path));
    if (!found) return null;
    found.times -= 1;
    faults = faults.filter(({ times }) => times > 0);
    return found.effect;
  }

  const randomLatency = (): number => (random() < 0.04 ? random() * 8000 : 5 + random() * 90);

  const network: Network = {
    online: true,
    listLag: 0,
    addFault: (fault) => faults.push({ ...fault }),
    clearFaults() {
      faults = [];
    },
    disconnect(error) {
      for (const reject of pending) reject(error);
      pending.clear();
    },
    send(url, init) {
      const method = init.method ?? "GET";
      const { signal, ...request } = init;
      const effect = takeEffect(method, url.pathname);
      const name = `${method} ${url.pathname}${effect ? ` (${effect.kind})` : ""}`;
      return new Promise((resolve, reject) => {
        const fail = (error: Error): void => {
          pending.delete(reject);
          cancelTimeout();
          reject(error);
        };
        const { timeout } = signal as unknown as { timeout: number };
        const cancelTimeout = clock.setTimer(timeout, () =>
          fail(new DOMException("", "TimeoutError")),
        );
        pending.add(reject);
        log(`→ ${name}`);
        if (!network.online) return void clock.setTimer(1, () => fail(new TypeError("offline")));
        if (effect?.kind === "lost") {
          return void clock.setTimer(randomLatency(), () => fail(new TypeError("lost")));
        }
        const lateness = effect?.kind === "late" && canBeLate(url.pathname) ? effect.ms : 0;
        clock.setTimer(randomLatency() + lateness, () => void clock.trackWork(arrive()));
        if (lateness > 0) clock.setTimer(randomLatency(), () => fail(new TypeError("late")));

        async function arrive(): Promise<void> {
          const isSkipped = effect?.kind === "status" && !effect.executed;
          const listAge = random() * network.listLag;
          const isRepeatable = network.listLag <= MAX_LIST_LAG_FOR_REPEATS && canBeSentTwice(init);
          if (effect?.kind === "sent-twice" && isRepeatable)
            await sandbox.handleRequest(method, url, request, 0);
          const original = isSkipped
            ? null
            : await sandbox.handleRequest(method, url, request, listAge);
          const received = effect ? applyEffect(effect, original) : original;
          log(
            `   ${name} → ${original?.status ?? "not executed"}, received ${received?.status ?? "nothing"}`,
          );
          const latency = randomLatency();
          if (!received)
            return void clock.setTimer(latency, () => fail(new TypeError("no response")));
          clock.setTimer(latency, () => {
            if (!pending.delete(reject)) return;
            cancelTimeout();
            resolve(createResponse(received, effect?.kind === "truncated" ? effect.bytes : null));
          });
        }
      });
    },
  };
  return network;
}

/** The response that the background gets; null: none. */
function applyEffect(effect: Effect, original: SandboxResponse | null): SandboxResponse | null {
  if (effect.kind === "no-response") return null;
  if (effect.kind === "html")
    return { status: 200, body: "<html>Welcome!</html>", retryAfter: null };
  if (effect.kind !== "status") return original;
  return { status: effect.status, body: "{}", retryAfter: effect.retryAfter };
}

/** The part of a Response that the background reads. The body breaks after `maxBytes`, unless that is null. */
function createResponse(
  { status, body, retryAfter }: SandboxResponse,
  maxBytes: number | null,
): Response {
  const bytes = new TextEncoder().encode(body);
  const isTruncated = maxBytes !== null && maxBytes < bytes.length;
  const chunks = [isTruncated ? bytes.subarray(0, maxBytes) : bytes].filter(
    (chunk) => chunk.length > 0,
  );
  const reader = {
    async read() {
      const value = chunks.shift();
      if (value) return { done: false, value };
      if (isTruncated) throw new TypeError("the connection broke");
      return { done: true, value: undefined };
    },
    async cancel() {},
  };
  const headers = new Headers(retryAfter === null ? {} : { "Retry-After": retryAfter });
  return { status, headers, body: { getReader: () => reader } } as unknown as Response;
}
