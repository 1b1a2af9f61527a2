import { benRender, craftkitAccountKey, testRender } from "../../sandbox/accounts.ts";
import type { Call } from "../../src/http/call.ts";
import type { Result } from "../../src/model/failure.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { anything } from "../../src/shared/decode.ts";
import type { Case } from "./contract.ts";
import { render } from "./craftkit-operations.ts";

export type Run = (at: Connection) => Promise<Result<unknown>>;
type OfRender = (at: Connection, render: string) => Promise<Result<unknown>>;

/** A share request that the adapter would never send, to test the service's limits. */
export const rawShare =
  (body?: unknown): Run =>
  (at) => {
    const path = `/v1/renders/${render}/shares`;
    const call: Call<unknown> = { method: "POST", path, decode: anything };
    return at.client.send(body === undefined ? call : { ...call, body });
  };

/** A status that no state of the sandbox causes. */
export function fault(
  endpoint: string,
  run: Run,
  [status, code, gives]: readonly [number, string, string],
): Case {
  return {
    endpoint,
    status,
    how: `a fault: ${code}`,
    gives,
    run(at, sandbox) {
      const [method = ""] = endpoint.split(" ");
      const body = { error: { code, message: "No." } };
      sandbox.faults.add({ method, path: "/v1/renders/", do: { status, body } });
      return run(at);
    },
  };
}

const code = (of: string) => ({ failure: { code: of } });

/** The responses of every endpoint to an invalid key, to too many requests and in server errors. */
export function refusals(endpoint: string, run: Run, broken = "refused"): Case[] {
  const out = { endpoint, status: 401, gives: "signed-out" };
  const wrong = { key: "ck_live_wrong", settings: {} };
  const account = { key: craftkitAccountKey, settings: {} };
  return [
    { ...out, how: "a wrong key", run, as: wrong, like: code("unauthorized") },
    { ...out, how: "an account's key", run, as: account, like: code("unauthorized") },
    {
      ...out,
      how: "a wrong key, told in the flat form",
      as: wrong,
      like: code("invalid_credentials"),
      run(at, sandbox) {
        sandbox.set({ craftkitFlatErrors: true });
        return run(at);
      },
    },
    fault(endpoint, run, [403, "forbidden", "not-allowed"]),
    {
      endpoint,
      status: 429,
      how: "too many requests, without a word of when",
      gives: "too-many",
      like: { failure: { retryAt: null } },
      run(at, sandbox) {
        sandbox.set({ requestsPerMinute: 0 });
        return run(at);
      },
    },
    fault(endpoint, run, [500, "internal", broken]),
    fault(endpoint, run, [503, "queue_unavailable", broken]),
  ];
}

/** Renders of another project and environment, and one that does not exist. */
export function elsewhere(endpoint: string, run: OfRender): Case[] {
  const not = { endpoint, status: 404, gives: "not-yours" };
  return [
    { ...not, how: "another's render", run: (at) => run(at, benRender.id) },
    { ...not, how: "a render of the test key", run: (at) => run(at, testRender.id) },
    { ...not, how: "no such render", run: (at) => run(at, "none") },
  ];
}
