import type { Connection } from "../../src/providers/contract/adapter.ts";
import { craftkit } from "../../src/providers/craftkit/adapter.ts";
import type { Case } from "./contract.ts";
import { makeLink, render, REVOKE, revoke, share, SHARES } from "./craftkit-operations.ts";
import { elsewhere, refusals } from "./craftkit-refused.ts";

const list = (at: Connection) => craftkit.links(at, render);

const listed = { endpoint: SHARES, status: 200, gives: "ok" };
const listing: readonly Case[] = [
  { ...listed, how: "none", run: list, like: { value: { items: [], next: null } } },
  {
    ...listed,
    how: "the revoked ones too, newest first",
    like: { value: { items: [{ revokedAt: null }, { opens: 0 }], next: null } },
    async run(at) {
      await makeLink(at);
      await revoke(at);
      await makeLink(at);
      return list(at);
    },
  },
  {
    ...listed,
    how: "106 in one answer, as it knows no pages",
    like: { value: { items: { length: 106 }, next: null } },
    async run(at) {
      for (let made = 0; made < 106; made += 1) await share(at);
      return list(at);
    },
  },
  ...elsewhere(SHARES, craftkit.links),
  ...refusals(SHARES, list),
];

const done = { endpoint: REVOKE, status: 404, gives: "ok" };
const ending: readonly Case[] = [
  { ...done, status: 200, how: "a link", run: async (at) => (await makeLink(at), revoke(at)) },
  {
    ...done,
    how: "a second time: the list says it is revoked",
    run: async (at) => (await makeLink(at), await revoke(at), revoke(at)),
  },
  {
    ...done,
    how: "none with this id: the list has no such link",
    run: (at) => craftkit.revoke(at, { id: "none", track: render }),
  },
  ...elsewhere(REVOKE, revoke),
  ...refusals(REVOKE, (at) => revoke(at)),
];

export const linkCases: readonly Case[] = [...listing, ...ending];
