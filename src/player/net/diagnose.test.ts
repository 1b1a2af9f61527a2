// @vitest-environment node
import { afterEach, expect, it, vi } from "vitest";
import { explain } from "./diagnose.ts";

afterEach(() => vi.unstubAllGlobals());

type Ask = (init: RequestInit) => Promise<Response>;

const there: Ask = async () => new Response("something");
const gone: Ask = () => Promise.reject(new TypeError("Failed to fetch"));
/** A server that answers, and lets no other page read it. */
const closed: Ask = (init) => (init.mode === "no-cors" ? there : gone)(init);

/** What is found out about an unreachable service that answers like this, and the ways it was asked. */
async function ask(answer: Ask, failure: Parameters<typeof explain>[0] = { kind: "unreachable" }) {
  const asked: RequestInit[] = [];
  vi.stubGlobal("fetch", (_url: string, init: RequestInit) => {
    asked.push(init);
    return answer(init);
  });
  const { signal } = new AbortController();
  const { kind } = await explain(failure, "https://a.example/x", { signal });
  return { kind, asked };
}

it("knows a server that answers, but not this page", async () => {
  const { kind, asked } = await ask(closed);
  expect(kind).toBe("cors");
  // As nobody, and what came of it is let go.
  expect(asked.map(({ credentials }) => credentials)).toEqual(["omit", "omit"]);
  expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, true]);
});

it("does not take a connection that broke for a moment for a missing permission", async () => {
  expect((await ask(there)).kind).toBe("unreachable");
});

it("leaves it at that where nobody answers", async () => {
  const { kind, asked } = await ask(gone);
  expect([kind, asked.length]).toEqual(["unreachable", 1]);
});

it("asks nothing about what is known", async () => {
  const { kind, asked } = await ask(there, { kind: "refused", status: 500 });
  expect([kind, asked.length]).toEqual(["refused", 0]);
});
