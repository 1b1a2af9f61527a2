// @vitest-environment node
import { afterEach, expect, test, vi } from "vitest";
import { diagnoseRequest } from "./diagnose-failure.ts";

afterEach(() => vi.unstubAllGlobals());

type FetchStub = (init: RequestInit) => Promise<Response>;

const online: FetchStub = async () => new Response("something");
const offline: FetchStub = () => Promise.reject(new TypeError("Failed to fetch"));
/** A server that answers without CORS headers. */
const withoutCors: FetchStub = (init) => (init.mode === "no-cors" ? online : offline)(init);

/** The failure found for a server that answers like this, and the requests that were made. */
async function diagnose(
  answer: FetchStub,
  failure: Parameters<typeof diagnoseRequest>[0] = { kind: "unreachable" },
) {
  const requests: RequestInit[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    requests.push(init);
    return answer(init);
  });
  const { signal } = new AbortController();
  const { kind } = await diagnoseRequest(failure, "https://a.example/x", { signal });
  return { kind, requests };
}

test("reports missing CORS headers where a server answers", async () => {
  const { kind, requests } = await diagnose(withoutCors);
  expect(kind).toBe("cors");
  // Without credentials, and both downloads are aborted.
  expect(requests.map(({ credentials }) => credentials)).toEqual(["omit", "omit"]);
  expect(requests.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
});

test("does not mistake a connection that broke for a moment for missing CORS headers", async () => {
  expect((await diagnose(online)).kind).toBe("unreachable");
});

test("stays unreachable where no server answers", async () => {
  const { kind, requests } = await diagnose(offline);
  expect([kind, requests.length]).toEqual(["unreachable", 1]);
});

test("makes no request for a failure that is already known", async () => {
  const { kind, requests } = await diagnose(online, { kind: "refused", status: 500 });
  expect([kind, requests.length]).toEqual(["refused", 0]);
});
