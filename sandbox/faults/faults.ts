/** What a fault does to the answer. */
export type FaultAct =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  /** No answer until the faults are cleared or the sandbox stops. */
  | { hang: true }
  /** The socket is destroyed without an answer. */
  | { close: true }
  /** Only the first bytes of the real answer's body, under its full Content-Length. */
  | { truncate: number }
  | { redirect: string; status?: number }
  /** A lie: this text instead of the real body. */
  | { replace: string; contentType?: string; status?: number }
  /** Milliseconds of waiting; then the real answer. */
  | { delay: number };

/** Something that shall go wrong. */
export interface Fault {
  method?: string;
  /** The beginning of the path (no query), or the source of a regular expression to find in it. */
  path: string;
  /** How many requests it strikes; default 1. */
  times?: number;
  /** Before (default) nothing is committed; after, the request is carried out and its answer is spoilt. */
  when?: "before" | "after";
  do: FaultAct;
}

/** The faults that still wait for a request. */
export interface Faults {
  add(fault: Fault): void;
  /** The first fault that fits, counted down. */
  take(method: string, path: string): Fault | undefined;
  /** Forgets all of them and lets every hanging request go. */
  clear(): void;
  /** Resolves when the faults are cleared. */
  untilCleared(): Promise<void>;
}

/** Throws when the path is no regular expression. */
function fits(fault: Fault, method: string, path: string): boolean {
  // A preflight is not the request that a test has in mind, unless it says so.
  const wrongMethod = fault.method ? fault.method.toUpperCase() !== method : method === "OPTIONS";
  if (wrongMethod) return false;
  return new RegExp(fault.path).test(path) || path.startsWith(fault.path);
}

/** An empty list of faults. */
export function createFaults(): Faults {
  let waiting: { fault: Fault; left: number }[] = [];
  let hanging = Promise.withResolvers<void>();
  return {
    add(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    take(method, path) {
      const found = waiting.find(({ fault }) => fits(fault, method, path));
      if (!found) return undefined;
      found.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      return found.fault;
    },
    clear() {
      waiting = [];
      hanging.resolve();
      hanging = Promise.withResolvers<void>();
    },
    untilCleared: () => hanging.promise,
  };
}

const acts = ["status", "hang", "close", "truncate", "redirect", "replace", "delay"];

/** Reads a fault from a request body; a string says what is wrong with it. */
export function readFault(body: unknown): Fault | string {
  const fault = body as Partial<Fault> | null;
  if (typeof fault?.path !== "string") return "path must be a string";
  if (typeof fault.do !== "object" || fault.do === null) return "do must be an object";
  if (!acts.some((act) => act in (fault.do ?? {})))
    return `do must have one of: ${acts.join(", ")}`;
  if (fault.when !== undefined && fault.when !== "before" && fault.when !== "after")
    return "when must be before or after";
  if (fault.times !== undefined && !(fault.times >= 1)) return "times must be at least 1";
  try {
    fits(fault as Fault, fault.method?.toUpperCase() ?? "GET", "/");
    return fault as Fault;
  } catch (problem) {
    return `path is not a regular expression: ${String(problem)}`;
  }
}
