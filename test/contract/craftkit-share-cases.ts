import { expect } from "vitest";
import { failedRender, slowRender } from "../../sandbox/accounts.ts";
import { craftkit } from "../../src/providers/craftkit/adapter.ts";
import type { Case } from "./contract.ts";
import { recipient, share, SHARE } from "./craftkit-operations.ts";
import { elsewhere, rawShare, refusals } from "./craftkit-refused.ts";

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

const good = { endpoint: SHARE, status: 201, gives: "ok" };
const bad = { endpoint: SHARE, status: 400, gives: "refused" };
const early = { endpoint: SHARE, status: 409, gives: "not-ready" };

/** 254 characters: the longest possible e-mail address. */
const longest = `${"a".repeat(64)}@${["b", "c", "d"].map((letter) => letter.repeat(60)).join(".")}.${"e".repeat(6)}`;

export const shareCases: readonly Case[] = [
  { ...good, how: "by link", run: (at) => share(at) },
  {
    ...good,
    how: "without an end",
    run: (at) => share(at, { expiresInDays: null }),
    like: { value: { expiresAt: null } },
  },
  { ...good, how: "for a day", run: (at) => share(at, { expiresInDays: 1 }) },
  { ...good, how: "for ten years", run: (at) => share(at, { expiresInDays: 3650 }) },
  { ...good, how: "for a recipient", run: (at) => share(at, recipient) },
  { ...good, how: "an address of 254", run: (at) => share(at, { recipient: longest }) },
  { ...good, how: "a message of 2000", run: (at) => share(at, { message: "x".repeat(2000) }) },
  {
    ...good,
    how: "a share domain of one's own",
    like: {
      value: { url: expect.stringMatching(/^https:..papers\.example\.org\/share\//) as string },
    },
    run(at, sandbox) {
      sandbox.set({ craftkitShareOrigin: "https://papers.example.org" });
      return share(at);
    },
  },
  {
    ...good,
    how: "a render that has become ready",
    async run(at) {
      for (let asked = 0; asked < 3; asked += 1) await craftkit.readiness(at, slowRender.id);
      return share(at, {}, slowRender.id);
    },
  },
  { ...good, how: "a time to come, raw", run: rawShare({ expiresAt: inHours(1) }) },
  { ...bad, how: "a message of 2001, raw", run: rawShare({ message: "x".repeat(2001) }) },
  {
    // Only a wrong clock of the computer causes this.
    ...bad,
    how: "an expiry that is past",
    run: (at) => share(at, { expiresInDays: 1 }, undefined, Date.now() - 48 * HOUR_MS),
  },
  { ...bad, how: "an expiry that is past, raw", run: rawShare({ expiresAt: inHours(-1) }) },
  { ...bad, how: "an expiry that is no time, raw", run: rawShare({ expiresAt: "soon" }) },
  { ...bad, how: "no body, raw", run: rawShare() },
  { ...bad, how: "a list, raw", run: rawShare([]) },
  { ...bad, how: "an unknown channel, raw", run: rawShare({ channel: "fax" }) },
  { ...bad, how: "mail to nobody, raw", run: rawShare({ channel: "email" }) },
  {
    ...bad,
    how: "mail to no address, raw",
    run: rawShare({ channel: "email", recipientEmail: "ben" }),
  },
  { ...early, how: "queued", run: (at) => share(at, {}, slowRender.id) },
  {
    ...early,
    how: "rendering",
    run: async (at) => (await craftkit.readiness(at, slowRender.id), share(at, {}, slowRender.id)),
  },
  { ...early, how: "a render that failed", run: (at) => share(at, {}, failedRender.id) },
  ...elsewhere(SHARE, (at, id) => share(at, {}, id)),
  ...refusals(SHARE, (at) => share(at), "unknown-outcome"),
];
