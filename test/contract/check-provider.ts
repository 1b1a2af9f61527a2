import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createClient } from "../../src/http/client.ts";
import type { Result } from "../../src/model/failure.ts";
import { providerFacts } from "../../src/model/provider-facts.ts";
import type { Connection } from "../../src/providers/provider.ts";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.ts";
import { startCanary } from "./canary.ts";
import type { Asker, Contract } from "./contract.ts";
import { hostileIds } from "./hostile.ts";
import { spoilings } from "./spoil.ts";
import { table } from "./table.ts";

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
        expect(sandbox.ledger().requests.map((request) => request.status)).toContain(status);
        expect(outcome(result)).toBe(each.gives);
      },
    );

    test("each has a case", () => {
      console.log(table(contract));
      for (const [endpoint, statuses] of Object.entries(documented)) {
        const tried = cases
          .filter((each) => each.endpoint === endpoint)
          .map(({ status }) => status);
        expect(tried, endpoint).toEqual(expect.arrayContaining([...statuses]));
      }
      expect(Object.keys(documented)).toEqual(
        expect.arrayContaining(operations.map(({ endpoint }) => endpoint)),
      );
    });
  });

  describe.each(operations.map((each) => [each.name, each] as const))("%s", (_name, operation) => {
    test("with nothing wrong", async () => {
      await operation.before?.(connect(asker), sandbox);
      expect(await operation.run(connect(asker))).toMatchObject({ ok: true });
    });

    test.each(spoilings)("$name gives $gives", async ({ act, gives }) => {
      await operation.before?.(connect(asker), sandbox);
      sandbox.faults.add({ path: ".", times: 9, when: "after", do: act });
      expect(gives).toContain(outcome(await operation.run(connect(asker))));
    });

    test("unknown fields are ignored, missing ones are malformed or done without", async () => {
      await operation.before?.(connect(asker), sandbox);
      const { fetch } = globalThis;
      const bodies: string[] = [];
      const listening = vi.spyOn(globalThis, "fetch").mockImplementation(async (...request) => {
        const response = await fetch(...request);
        bodies.push(await response.clone().text());
        return response;
      });
      await operation.run(connect(asker));
      listening.mockRestore();
      const answer = JSON.parse(bodies[0] ?? "null") as Record<string, unknown>;
      const replay = async (body: unknown): Promise<string> => {
        sandbox.faults.clear();
        sandbox.faults.add({ path: ".", do: { replace: JSON.stringify(body), status: 200 } });
        return outcome(await operation.run(connect(asker)));
      };
      expect(await replay({ ...answer, brand_new: { deep: [1] } })).toBe("ok");
      for (const field of Object.keys(answer)) {
        const { [field]: _left, ...rest } = answer;
        const given = await replay(rest);
        if (operation.required.includes(field))
          expect([field, given]).toEqual([field, "malformed"]);
        else expect(["ok", "malformed"]).toContain(given);
      }
    });

    test.each([301, 302, 303, 307, 308])(
      "%i to another host: nothing gets there",
      async (status) => {
        await operation.before?.(connect(asker), sandbox);
        const canary = await startCanary();
        sandbox.faults.add({ path: ".", times: 9, do: { redirect: canary.origin, status } });
        expect((await operation.run(connect(asker))).ok).toBe(false);
        expect(canary.requests).toEqual([]);
        await canary.stop();
      },
    );
  });

  test("500 hostile ids: not one request outside the service's own paths", async () => {
    const seen: string[] = [];
    const { fetch } = globalThis;
    const listening = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      seen.push(String(input));
      return fetch(input, init);
    });
    const withIds = operations.flatMap(({ withId }) => (withId ? [withId] : []));
    let tried = 0;
    for (const hostile of hostileIds(500)) {
      const run = withIds[tried++ % withIds.length];
      expect(await run?.(connect(asker), hostile)).toHaveProperty("ok");
    }
    listening.mockRestore();
    expect(tried).toBe(500);
    const shape = new Set(operations.map(({ endpoint }) => pathShape(endpoint)));
    const strangers = seen.filter((address) => {
      const { origin, pathname } = new URL(address);
      return origin !== sandbox.origin || ![...shape].some((each) => each.test(pathname));
    });
    expect(strangers).toEqual([]);
  });
}

const outcome = (result: Result<unknown>): string => (result.ok ? "ok" : result.failure.kind);

/** `GET /v1/{org}/tracks/{id}` as an expression in which a part cannot hold a slash. */
function pathShape(endpoint: string): RegExp {
  const path = endpoint.split(" ")[1] ?? "";
  return new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);
}
