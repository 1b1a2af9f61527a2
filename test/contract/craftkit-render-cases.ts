import { craftkitTestKey, failedRender, slowRender, testRender } from "../../sandbox/accounts.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { craftkit } from "../../src/providers/craftkit/adapter.ts";
import type { Case } from "./contract.ts";
import { GET, render } from "./craftkit-operations.ts";
import { elsewhere, refusals } from "./craftkit-refused.ts";

const test = { key: craftkitTestKey, settings: {} };

/** Reads the state of the slow render this many times; it advances with each request. */
const readTimes = (times: number) => async (at: Connection) => {
  for (let before = 1; before < times; before += 1) await craftkit.readiness(at, slowRender.id);
  return craftkit.readiness(at, slowRender.id);
};

const good = { endpoint: GET, status: 200, gives: "ok" };
const checked = { endpoint: GET, status: 404 };

export const renderCases: readonly Case[] = [
  { ...good, how: "a document", run: (at) => craftkit.track(at, render) },
  {
    ...good,
    how: "a document of the test key",
    run: (at) => craftkit.track(at, testRender.id),
    as: test,
  },
  { ...good, how: "queued", run: readTimes(1), like: { value: "waiting" } },
  { ...good, how: "rendering", run: readTimes(2), like: { value: "waiting" } },
  { ...good, how: "succeeded", run: readTimes(3), like: { value: "ready" } },
  {
    ...good,
    how: "failed",
    run: (at) => craftkit.readiness(at, failedRender.id),
    like: { value: "failed" },
  },
  { ...checked, how: "check: nothing there, so the key is good", run: craftkit.check, gives: "ok" },
  { ...checked, how: "check: a good test key", run: craftkit.check, as: test, gives: "ok" },
  {
    ...checked,
    how: "check: a 404 of another server (a fault)",
    gives: "malformed",
    run(at, sandbox) {
      sandbox.faults.add({ path: "/v1/renders/", do: { status: 404, body: "<html>" } });
      return craftkit.check(at);
    },
  },
  ...elsewhere(GET, craftkit.track),
  ...elsewhere(GET, craftkit.readiness),
  ...refusals(GET, (at) => craftkit.track(at, render)),
  ...refusals(GET, craftkit.check),
];
