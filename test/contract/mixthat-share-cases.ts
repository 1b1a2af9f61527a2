import { expect } from "vitest";
import { mixthatPlainToken } from "../../sandbox/accounts.ts";
import { permissions } from "../../src/model/share-terms.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import { mixthat } from "../../src/providers/mixthat/adapter.ts";
import type { Case } from "./contract.ts";
import { makeLink, REVOKE, revoke, SHARE, share, SHARES, track } from "./mixthat-operations.ts";
import { elsewhere, pageLimits, raw, refusals } from "./mixthat-refused.ts";

const DAY_MS = 86_400_000;
const shares = `/api/v1/tracks/${track}/shares`;
const post = (body: unknown) => raw("POST", shares, { body });
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const found = { value: { id: expect.stringMatching(/^tracks:/) as string } };

async function makeLinks(at: Connection, count: number): Promise<void> {
  for (let made = 0; made < count; made += 1) await post({})(at);
}

const plain = { key: mixthatPlainToken, settings: {} };
const good = { endpoint: SHARE, status: 200, gives: "ok" };
const bad = { endpoint: SHARE, status: 400, gives: "refused" };
const code = (lacking: string) => ({ failure: { code: lacking } });

const making: readonly Case[] = [
  { ...good, how: "the usual terms", run: (at) => share(at), like: found },
  {
    ...good,
    how: "all permissions and a year",
    run: (at) => share(at, { permissions: [...permissions], expiresInDays: 365 }),
    like: found,
  },
  { ...good, how: "a name too long, cut", run: (at) => share(at, { name: "🎚".repeat(100) }) },
  { ...good, how: "a name of 50, raw", run: post({ name: "x".repeat(50) }) },
  {
    ...good,
    how: "14 days of a plan without more",
    run: (at) => share(at, { expiresInDays: 14 }),
    as: plain,
  },
  {
    ...good,
    how: "never, where that is granted",
    like: { value: { expiresAt: null } },
    async run(at, sandbox) {
      sandbox.set({ mixthatDefaultDays: null });
      return share(at, { expiresInDays: null });
    },
  },
  {
    ...good,
    how: "found among 106",
    run: async (at) => (await makeLinks(at, 105), share(at)),
    like: found,
  },
  ...[403, 500].map((status): Case => ({
    endpoint: SHARE,
    status: 200,
    gives: "ok",
    how: `its list answers ${status}: made, without an id`,
    like: { value: { id: null } },
    async run(at, sandbox) {
      sandbox.faults.add({ method: "GET", path: shares, do: { status } });
      return share(at);
    },
  })),
  ...permissions.map((permission): Case => ({
    endpoint: SHARE,
    status: 400,
    gives: "not-allowed",
    as: plain,
    how: `${permission}, which the plan lacks`,
    run: (at) => share(at, { permissions: [permission] }),
    like: code(`allow_${permission.replace("-", "_")}`),
  })),
  {
    endpoint: SHARE,
    status: 400,
    gives: "not-allowed",
    as: plain,
    how: "15 days, which the plan lacks",
    run: (at) => share(at, { expiresInDays: 15 }),
    like: code("expires_at"),
  },
  {
    // Only a wrong clock of the computer causes this; otherwise the request is well-formed.
    endpoint: SHARE,
    status: 400,
    how: "an expiry that is past",
    gives: "not-allowed",
    run: (at) => share(at, { expiresInDays: 1 }, track, Date.now() - 2 * DAY_MS),
    like: code("expires_at"),
  },
  { ...bad, how: "a name of 51, raw", run: post({ name: "x".repeat(51) }) },
  { ...bad, how: "a name that is none, raw", run: post({ name: 1 }) },
  { ...bad, how: "an expiry that is past, raw", run: post({ expires_at: inDays(-1) }) },
  { ...bad, how: "an expiry that is no time, raw", run: post({ expires_at: "soon" }) },
  { ...bad, how: "a permission that is no boolean, raw", run: post({ allow_mix: 1 }) },
  { ...bad, how: "a field that it does not know, raw", run: post({ nonce: "x" }) },
  { ...bad, how: "a list, raw", run: post([]) },
  {
    endpoint: SHARE,
    status: 402,
    how: "a fault: not paid for",
    gives: "not-allowed",
    like: code("E_PLAN"),
    async run(at, sandbox) {
      const body = { message: "Payment required", code: "E_PLAN" };
      sandbox.faults.add({ method: "POST", path: shares, do: { status: 402, body } });
      return share(at);
    },
  },
  ...elsewhere(SHARE, (at, id) => share(at, {}, id)),
  ...refusals(SHARE, (at) => share(at), "unknown-outcome"),
];

/** Reads every page of links like the app; returns the number per page, and how many are different. */
async function walk(at: Connection) {
  const pages: number[] = [];
  const ids = new Set<string>();
  for (let cursor: string | null = null; ;) {
    const page: Awaited<ReturnType<typeof mixthat.links>> = await mixthat.links(at, track, cursor);
    if (!page.ok) return page;
    pages.push(page.value.items.length);
    for (const { id } of page.value.items) ids.add(id);
    cursor = page.value.next;
    if (cursor === null) return { ok: true, value: { pages, different: ids.size } } as const;
  }
}

const listing: readonly Case[] = [
  ...([[0], [1], [100], [100, 1], [100, 6]] as const).map((pages): Case => {
    const count = pages.reduce<number>((all, page) => all + page, 0);
    return {
      endpoint: SHARES,
      status: 200,
      gives: "ok",
      how: `${count} to the end`,
      run: async (at) => (await makeLinks(at, count), walk(at)),
      like: { value: { pages, different: count } },
    };
  }),
  ...pageLimits(SHARES, shares, 100, "last_key"),
  ...elsewhere(SHARES, (at, id) => mixthat.links(at, id, null)),
  ...refusals(SHARES, (at) => mixthat.links(at, track, null)),
];

const done = { endpoint: REVOKE, status: 404, gives: "ok" };
const ending: readonly Case[] = [
  { ...done, status: 200, how: "a link", run: async (at) => (await makeLink(at), revoke(at)) },
  {
    ...done,
    how: "a second time: a 404 counts as done",
    run: async (at) => (await makeLink(at), await revoke(at), revoke(at)),
  },
  {
    ...done,
    how: "none with this id: a 404 counts as done",
    run: (at) => mixthat.revoke(at, { id: `tracks:${track}:shares:none`, track }),
  },
  ...elsewhere(REVOKE, revoke, "ok"),
  ...refusals(REVOKE, (at) => revoke(at)),
];

export const shareCases: readonly Case[] = [...making, ...listing, ...ending];
