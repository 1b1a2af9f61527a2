import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createClient } from "../../src/http/client.ts";
import type { Result } from "../../src/model/failure.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import type { Asker, Contract } from "./contract.ts";
import { table } from "./coverage-table.ts";
import { hostileIds } from "./hostile-ids.ts";
import { lacking, spoilings } from "./malformed-responses.ts";
import { startCanary } from "./untrusted-host.ts";

/**
 * Runs an adapter through what all adapters must withstand, over real HTTP: every documented
 * status, spoilt answers, redirects to a stranger, and ids made by one.
 */
export function checkProvider(contract: Contract): void {
  const { id, asker, operations, cases, documented } = contract;
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.reset());

  const connect = ({ key, settings }: Asker): Connection => {
    const { header, prefix } = providerFacts[id].signing;
    const sign = (headers: Headers): void => headers.set(header, prefix + key);
    return { client: createClient({ origin: sandbox.origin, sign }), settings };
  };

  describe("documented statuses", () => {
    test.each(cases.map((each) => [each.endpoint, each.status, each.how, each] as const))(
      "%s %i: %s",
      async (_endpoint, status, _how, each) => {
        const result = await each.run(connect(each.as ?? asker), sandbox);
        const answered = sandbox.ledger().requests.findLast(isTo(each.endpoint))?.status;
        expect([answered, outcome(result)]).toEqual([status, each.gives]);
        if (each.like) expect(result).toMatchObject(each.like);
      },
    );

    test("every status has a case", () => {
      console.log(table(contract));
      for (const [endpoint, statuses] of Object.entries(documented)) {
        const tried = cases
          .filter((each) => each.endpoint === endpoint)
          .map(({ status }) => status);
        expect(tried, endpoint).toEqual(expect.arrayContaining([...statuses]));
      }
      // Every case that is tried is in the table.
      expect(Object.keys(documented)).toEqual(
        expect.arrayContaining([...operations, ...cases].map(({ endpoint }) => endpoint)),
      );
    });
  });

  describe.each(operations.map((each) => [each.name, each] as const))("%s", (_name, operation) => {
    test("succeeds when nothing is wrong", async () => {
      await operation.before?.(connect(asker), sandbox);
      expect(await operation.run(connect(asker))).toMatchObject({ ok: true });
    });

    test.each(spoilings)("$name results in $gives", async ({ name, act, gives }) => {
      await operation.before?.(connect(asker), sandbox);
      sandbox.faults.add({ ...shapeOf(operation.endpoint), times: 9, when: "after", do: act });
      const usual = operation.otherwise?.[name] ? [operation.otherwise[name]] : gives;
      expect(usual).toContain(outcome(await operation.run(connect(asker))));
    });

    test("unknown fields are ignored; missing ones are malformed or optional", async () => {
      await operation.before?.(connect(asker), sandbox);
      const { status, body } = await overhear(operation.endpoint, () =>
        operation.run(connect(asker)),
      );
      const replay = async (answer: unknown): Promise<string> => {
        const replace = JSON.stringify(answer);
        sandbox.faults.clear();
        sandbox.faults.add({ ...shapeOf(operation.endpoint), do: { replace, status } });
        return outcome(await operation.run(connect(asker)));
      };
      expect(await replay({ ...body, brand_new: { deep: [1] } })).toBe("ok");
      const fields = [...lacking(body)];
      for (const [field, rest] of fields) {
        const given = await replay(rest);
        if (operation.required.includes(field))
          expect([field, given]).toEqual([field, "malformed"]);
        else expect(["ok", "malformed"]).toContain(given);
      }
      expect(fields.map(([field]) => field)).toEqual(
        expect.arrayContaining([...operation.required]),
      );
    });

    test.each([301, 302, 303, 307, 308])(
      "%i to another host: nothing gets there",
      async (status) => {
        await operation.before?.(connect(asker), sandbox);
        const canary = await startCanary();
        sandbox.faults.add({ path: ".", times: 9, do: { redirect: canary.origin, status } });
        expect((await operation.run(connect(asker))).ok).toBe(false);
        // The same holds for a later request of the operation, when the first response was normal.
        sandbox.faults.clear();
        sandbox.faults.add({ ...shapeOf(operation.endpoint), do: { delay: 0 } });
        sandbox.faults.add({ path: ".", times: 9, do: { redirect: canary.origin, status } });
        await operation.run(connect(asker));
        expect(canary.requests).toEqual([]);
        await canary.stop();
      },
    );
  });

  test("500 hostile ids: no request outside the service's own paths", async () => {
    const seen: Sent[] = [];
    const { fetch } = globalThis;
    const listening = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      const { origin, pathname } = new URL(String(input));
      seen.push({ origin, method: init?.method ?? "GET", path: pathname });
      return fetch(input, init);
    });
    const withIds = operations.flatMap(({ withId }) => (withId ? [withId] : []));
    let tried = 0;
    for (const hostile of hostileIds(500)) {
      const run = withIds[tried++ % withIds.length];
      expect(await run?.(connect(asker), hostile), hostile).toHaveProperty("ok");
    }
    listening.mockRestore();
    expect(tried).toBe(500);
    const own = operations.map(({ endpoint }) => isTo(endpoint));
    const strangers = seen.filter(
      (sent) => sent.origin !== sandbox.origin || !own.some((fits) => fits(sent)),
    );
    expect(strangers).toEqual([]);
  });
}

interface Sent {
  readonly origin: string | null;
  readonly method: string;
  readonly path: string;
}

const outcome = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.kind);

/** `GET /v1/{org}/tracks/{id}` as a method and a regular expression in which a parameter cannot contain a slash. */
function shapeOf(endpoint: string): { method: string; path: string } {
  const [method = "", path = ""] = endpoint.split(" ");
  return { method, path: `^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$` };
}

function isTo(endpoint: string): (sent: Sent) => boolean {
  const { method, path } = shapeOf(endpoint);
  return (sent) => sent.method === method && new RegExp(path).test(sent.path);
}

/** The responses that the endpoint really gives while `run` runs. */
async function overhear(endpoint: string, run: () => Promise<unknown>) {
  const heard: { status: number; body: object }[] = [];
  const { fetch } = globalThis;
  const listening = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const response = await fetch(input, init);
    const { origin, pathname } = new URL(String(input));
    if (isTo(endpoint)({ origin, method: init?.method ?? "GET", path: pathname }))
      heard.push({ status: response.status, body: (await response.clone().json()) as object });
    return response;
  });
  await run();
  listening.mockRestore();
  const [answer] = heard;
  if (!answer) throw new Error(`${endpoint} was not asked`);
  return answer;
}
