import { expect } from "vitest";
import { ben, mixthatBenTrack } from "../../sandbox/accounts.ts";
import type { Call } from "../../src/http/call.ts";
import type { Result } from "../../src/model/failure.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { anything } from "../../src/shared/decode.ts";
import type { Case } from "./contract.ts";

export type Run = (at: Connection) => Promise<Result<unknown>>;
type OfTrack = (at: Connection, track: string) => Promise<Result<unknown>>;

/** A request that the adapter would never send, to test the service's limits. */
export const raw =
  (method: Call<unknown>["method"], path: string, rest: Partial<Call<unknown>> = {}): Run =>
  (at) =>
    at.client.send({ method, path, decode: anything, ...rest });

/** The responses of every endpoint to a wrong token, to a plan without the API, to too many requests and in server errors. */
export function refusals(endpoint: string, run: Run, broken = "refused"): Case[] {
  const wrong = { key: "wrong", settings: {} };
  const free = { key: ben.mixthatToken, settings: {} };
  return [
    { endpoint, status: 401, how: "a wrong token", run, as: wrong, gives: "signed-out" },
    { endpoint, status: 403, how: "a plan without API", run, as: free, gives: "not-allowed" },
    {
      endpoint,
      status: 429,
      how: "too many requests",
      gives: "too-many",
      like: { failure: { retryAt: expect.any(Number) as number } },
      run(at, sandbox) {
        sandbox.set({ requestsPerMinute: 0 });
        return run(at);
      },
    },
    {
      endpoint,
      status: 503,
      how: "a fault",
      // "unknown-outcome" where it is then unknown whether something was created.
      gives: broken,
      run(at, sandbox) {
        const [method = ""] = endpoint.split(" ");
        sandbox.faults.add({ method, path: ".", do: { status: 503 } });
        return run(at);
      },
    },
  ];
}

/** A track of another account, and one that does not exist; `missing` is the adapter's result for the latter. */
export function elsewhere(endpoint: string, run: OfTrack, missing = "not-yours"): Case[] {
  const theirs: Run = (at) => run(at, mixthatBenTrack.id);
  const none: Run = (at) => run(at, "NoSuch");
  const done = missing === "ok" ? "no such track: a 404 counts as done" : "no such track";
  return [
    { endpoint, status: 403, how: "another's track", run: theirs, gives: "not-allowed" },
    { endpoint, status: 404, how: done, run: none, gives: missing },
  ];
}

/** A `limit` that is too low or too high, and invalid cursors. */
export function pageLimits(endpoint: string, path: string, most: number, key: string): Case[] {
  const good = [1, most].map((limit) => ({ query: { limit }, status: 200, gives: "ok" }));
  const bad = [{ limit: 0 }, { limit: most + 1 }, { [key]: "not base64!" }].map((query) => ({
    query,
    status: 400,
    gives: "refused",
  }));
  return [...good, ...bad].map(({ query, status, gives }) => ({
    endpoint,
    status,
    how: new URLSearchParams(Object.entries(query).map(([name, of]) => [name, `${of}`])).toString(),
    run: raw("GET", path, { query }),
    gives,
  }));
}
