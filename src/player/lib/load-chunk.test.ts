// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { setHostExports, loadChunk, registerChunk } from "./load-chunk.ts";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Stands in for the browser, which runs a script as it is put into the page. */
function run(how: (script: HTMLScriptElement) => void) {
  return vi.spyOn(document.head, "append").mockImplementation((...nodes) => {
    for (const node of nodes) queueMicrotask(() => how(node as HTMLScriptElement));
  });
}

test("fetches a chunk once from beside the player, and gives it the host exports", async () => {
  const parts = { watch: () => undefined };
  setHostExports(parts);
  const append = run((script) => {
    expect(script.src).toMatch(/\/earmark-first\.js$/);
    expect(script.crossOrigin).toBe("anonymous");
    expect((script as HTMLScriptElement & { earmark: object }).earmark).toBe(parts);
    registerChunk("first", 42);
    script.dispatchEvent(new Event("load"));
  });
  expect(await Promise.all([loadChunk("first"), loadChunk("first")])).toEqual([42, 42]);
  expect(await loadChunk("first")).toBe(42);
  expect(append).toHaveBeenCalledTimes(1);
});

test("rejects when a chunk cannot be had, and tries again the next time", async () => {
  const append = run((script) => script.dispatchEvent(new Event("error")));
  await expect(loadChunk("second")).rejects.toThrow(/earmark-second\.js/);
  await expect(loadChunk("second")).rejects.toThrow();
  expect(append).toHaveBeenCalledTimes(2);
});

/** A copy of the script that has not asked for anything yet. */
const another = (): Promise<typeof import("./load-chunk.ts")> => {
  vi.resetModules();
  return import("./load-chunk.ts");
};

test("uses one Trusted Types policy for all chunk URLs", async () => {
  const createPolicy = vi.fn((_name: string, rules: object) => rules);
  vi.stubGlobal("trustedTypes", { createPolicy });
  const append = run((script) => script.dispatchEvent(new Event("load")));
  const copy = await another();
  await Promise.all([copy.loadChunk("third"), copy.loadChunk("fourth")]);
  expect(append).toHaveBeenCalledTimes(2);
  expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(["earmark"]);
  const [, rules] = createPolicy.mock.calls[0] ?? [];
  const { createScriptURL } = rules as { createScriptURL(name: string): string };
  expect(new URL(createScriptURL("fifth")).pathname).toMatch(/\/earmark-fifth\.js$/);
});

test("loads without a policy where the page allows none of that name", async () => {
  const createPolicy = vi.fn(() => {
    throw new TypeError("Refused");
  });
  vi.stubGlobal("trustedTypes", { createPolicy });
  const append = run((script) => script.dispatchEvent(new Event("load")));
  const copy = await another();
  await copy.loadChunk("third");
  await copy.loadChunk("fourth");
  expect([append.mock.calls.length, createPolicy.mock.calls.length]).toEqual([2, 1]);
});
