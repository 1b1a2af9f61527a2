import type { Clock } from "./simulated-clock.ts";
import type { Answer, Service } from "./sandbox-in-memory.ts";

/** What goes wrong with a request. */
export type Act =
  /** It never arrives. */
  | { kind: "lost" }
  /** It is carried out, and no answer ever comes. */
  | { kind: "silent" }
  /** It arrives so many milliseconds late, when nobody waits any more. */
  | { kind: "late"; ms: number }
  /** Of the answer's body only so many bytes arrive. */
  | { kind: "cut"; at: number }
  /** Another answer; `after`: although it was carried out. */
  | { kind: "status"; status: number; after: boolean; retryAfter: string | null }
  /** It is carried out, and something in between answers with a page. */
  | { kind: "page" }
  /** The browser sends it again by itself; the second one is answered. */
  | { kind: "twice" };

/** Something that goes wrong with the next requests of a sort. */
export interface Fault {
  on: "any" | "share" | "change" | "list";
  times: number;
  act: Act;
}

/** All there is between the background and the services. */
export interface Network {
  online: boolean;
  /** So old, in milliseconds, may Mix That's list be. */
  behind: number;
  add(fault: Fault): void;
  heal(): void;
  send(url: URL, init: RequestInit): Promise<Response>;
  /** The background is dead: no answer reaches it any more. What has left goes on. */
  cut(error: Error): void;
}

const sorts: Record<Fault["on"], (method: string, path: string) => boolean> = {
  any: () => true,
  share: (method, path) => method === "POST" && /\/shares?$/.test(path),
  change: (method) => method !== "GET",
  list: (method, path) => method === "GET" && path.endsWith("/shares"),
};

/** Late by minutes may be what harms nobody: a save that overtakes a later removal would. */
const mayBeLate = (path: string): boolean => /\/shares?(\/|$)/.test(path);

/** For what surely was made once nobody looks longer than this; milliseconds. */
const LOOKED_FOR = 7000;

/** Nothing of ours can mend what a browser does twice where no list shows it, or none our mark, or where a person gets it. */
const mayBeTwice = ({ body }: RequestInit): boolean =>
  /"expiresAt"|"name"/.test(String(body)) && !/recipient/.test(String(body));

export function createNetwork(
  clock: Clock,
  dice: () => number,
  service: Service,
  log: (line: string) => void,
): Network {
  let faults: Fault[] = [];
  const waiting = new Set<(error: Error) => void>();

  function take(method: string, path: string): Act | null {
    const found = faults.find(({ on }) => sorts[on](method, path));
    if (!found) return null;
    found.times -= 1;
    faults = faults.filter(({ times }) => times > 0);
    return found.act;
  }

  const latency = (): number => (dice() < 0.04 ? dice() * 8000 : 5 + dice() * 90);

  const network: Network = {
    online: true,
    behind: 0,
    add: (fault) => faults.push({ ...fault }),
    heal() {
      faults = [];
    },
    cut(error) {
      for (const reject of waiting) reject(error);
      waiting.clear();
    },
    send(url, init) {
      const method = init.method ?? "GET";
      const { signal, ...request } = init;
      const act = take(method, url.pathname);
      const name = `${method} ${url.pathname}${act ? ` (${act.kind})` : ""}`;
      return new Promise((resolve, reject) => {
        const fail = (error: Error): void => {
          waiting.delete(reject);
          cancel();
          reject(error);
        };
        const { deadline } = signal as unknown as { deadline: number };
        const cancel = clock.after(deadline, () => fail(new DOMException("", "TimeoutError")));
        waiting.add(reject);
        log(`→ ${name}`);
        if (!network.online) return void clock.after(1, () => fail(new TypeError("offline")));
        if (act?.kind === "lost") {
          return void clock.after(latency(), () => fail(new TypeError("lost")));
        }
        const late = act?.kind === "late" && mayBeLate(url.pathname) ? act.ms : 0;
        clock.after(latency() + late, () => void clock.during(arrive()));
        if (late > 0) clock.after(latency(), () => fail(new TypeError("late")));

        async function arrive(): Promise<void> {
          const spared = act?.kind === "status" && !act.after;
          const behind = dice() * network.behind;
          if (act?.kind === "twice" && network.behind <= LOOKED_FOR && mayBeTwice(init))
            await service.serve(method, url, request, 0);
          const real = spared ? null : await service.serve(method, url, request, behind);
          const answer = act ? spoil(act, real) : real;
          log(
            `   ${name} → ${real?.status ?? "not done"}, answered ${answer?.status ?? "nothing"}`,
          );
          const patience = latency();
          if (!answer) return void clock.after(patience, () => fail(new TypeError("silent")));
          clock.after(patience, () => {
            if (!waiting.delete(reject)) return;
            cancel();
            resolve(responseOf(answer, act?.kind === "cut" ? act.at : null));
          });
        }
      });
    },
  };
  return network;
}

/** What comes back; null is nothing. */
function spoil(act: Act, real: Answer | null): Answer | null {
  if (act.kind === "silent") return null;
  if (act.kind === "page") return { status: 200, body: "<html>Welcome!</html>", retryAfter: null };
  if (act.kind !== "status") return real;
  return { status: act.status, body: "{}", retryAfter: act.retryAfter };
}

/** As much of a Response as is read; `cut` bytes of its body arrive before it breaks. */
function responseOf({ status, body, retryAfter }: Answer, cut: number | null): Response {
  const bytes = new TextEncoder().encode(body);
  const broken = cut !== null && cut < bytes.length;
  const parts = [broken ? bytes.subarray(0, cut) : bytes].filter((part) => part.length > 0);
  const reader = {
    async read() {
      const value = parts.shift();
      if (value) return { done: false, value };
      if (broken) throw new TypeError("the connection broke");
      return { done: true, value: undefined };
    },
    async cancel() {},
  };
  const headers = new Headers(retryAfter === null ? {} : { "Retry-After": retryAfter });
  return { status, headers, body: { getReader: () => reader } } as unknown as Response;
}
