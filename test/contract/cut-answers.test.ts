// @vitest-environment node
import "fake-indexeddb/auto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Fault } from "../../sandbox/faults/faults.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";
import { createScheduler } from "../../src/background/scheduler/scheduler.ts";
import { recover } from "../../src/background/sharing/recover.ts";
import { shareTrack } from "../../src/background/sharing/share-track.ts";
import type { Account } from "../../src/model/account.ts";
import { buildSettings } from "../../src/model/build-settings.ts";
import { onFailpoint } from "../../src/model/failpoint.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import { putAccount } from "../../src/store/accounts.ts";
import { getDueAttempts } from "../../src/store/attempts.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import type { Database } from "../../src/store/database/schema.ts";
import { getLinksPage } from "../../src/store/links.ts";
import { score } from "../kits/scorecard.ts";
import { cutServices, works } from "./cut-cases.ts";
import type { CutService } from "./cut-cases.ts";

/* The connection is cut at every byte of the answer to making a share; the background does the rest by itself. */

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  (buildSettings.origins as string[]).push(sandbox.origin);
  fakeBrowser.permissions.contains = async () => true;
});
afterAll(() => sandbox.stop());
afterEach(() => {
  onFailpoint(null);
  vi.useRealTimers();
});

/** What was shown to the person, and what is stored in the end by Earmark and by the service. */
async function shareThrough(
  service: CutService,
  fault: Omit<Fault, "path">,
  { dies = false, never = false, others = [] as Fault[] } = {},
) {
  sandbox.reset();
  for (const other of others) sandbox.faults.add(other);
  sandbox.faults.add({ method: "POST", path: service.path, ...fault });
  const name = crypto.randomUUID();
  const db = await openDatabase(name);
  const { id: provider, key, settings } = service;
  const account: Account = {
    id: name,
    provider,
    origin: sandbox.origin,
    label: "Ada",
    settings,
    addedAt: 1,
  };
  await putAccount(db, account, key);
  const usual = getDefaultTerms(providerFacts[provider].terms);
  const terms = never ? { ...usual, expiresInDays: null } : usual;
  const { origin } = sandbox;
  const track = { provider, origin, id: service.track, title: null, duration: null };
  const sharing = shareTrack(db, account, { intent: name, track, terms });
  const told = await (dies ? sharing.catch(() => null) : sharing);
  if (dies) onFailpoint(null);
  if (dies) await recover(db);
  await finish(db);
  const links = (await getLinksPage(db, null)).items;
  const [attempt] = await db.getAll("attempts");
  db.close();
  indexedDB.deleteDatabase(name);
  const { shares, requests } = sandbox.ledger();
  const live = shares.filter(({ revoked_at }) => revoked_at === null).map(({ id }) => id);
  return {
    told: told && (told.ok ? "a link" : told.failure.kind),
    /** Ids at the service, and in Earmark's database. */
    live,
    held: links.map(({ id }) => id),
    work: await Promise.all(links.map(works)),
    state: attempt?.state,
    posts: requests.filter(({ method }) => method === "POST").length,
  };
}

/** Runs everything that is due, each at its time, however far in the future. */
async function finish(db: Database): Promise<void> {
  const scheduler = createScheduler(Promise.resolve(db));
  for (let round = 0; round < 20; round += 1) {
    const [next] = await getDueAttempts(db);
    if (!next) return;
    vi.setSystemTime(Math.max(Date.now(), next.dueAt ?? 0));
    await scheduler.run();
  }
  throw new Error("it never comes to an end");
}

/** The expected outcome, whether the link arrived or not. */
function rightEnd({ lists, id }: CutService, arrived: boolean, [live = ""]: readonly string[]) {
  const kept = { live: [live], held: [live], work: [true], state: "done", posts: 1 };
  if (arrived) return kept;
  // Mix That's list has no address, so the link is revoked and another one is created.
  if (lists) return { ...kept, posts: id === "mixthat" ? 2 : 1 };
  return { live: [live], held: [], work: [], state: "unknown", posts: 1 };
}

test("when CraftKit's list cannot be read before sharing, nothing is sent that could not be identified later", async () => {
  const [, , craftkit] = cutServices;
  if (!craftkit) throw new Error("no CraftKit");
  const list = { method: "GET", path: craftkit.path, do: { status: 500 } };
  const { told, live, posts } = await shareThrough(
    craftkit,
    { when: "after", do: { close: true } },
    { others: [list] },
  );
  expect([told, live, posts]).toEqual(["refused", [], 0]);
});

describe.each(cutServices.map((each) => [each.id, each] as const))("%s", (id, service) => {
  /** The bytes of the response, and how many of them are enough for a link. */
  async function measure() {
    const text = await service.answer(sandbox);
    const secret = (JSON.parse(text) as Record<string, string>)[service.secret] ?? "";
    expect(text).toHaveLength(Buffer.byteLength(text));
    return { bytes: text.length, enough: text.indexOf(`"${secret}"`) + secret.length + 2 };
  }

  test("cut after any byte, the link is kept if and only if its last byte arrived", async () => {
    const { bytes, enough } = await measure();
    const figures = { cuts: 0, kept: 0, unknown: 0, told: 0, orphans: 0 };
    const began = performance.now();
    for (let cut = 0; cut <= bytes; cut += 1) {
      const { told, ...end } = await shareThrough(service, { do: { truncate: cut } });
      const arrived = cut >= enough;
      const asTold = arrived ? "a link" : "unknown-outcome";
      expect([cut, told, end]).toEqual([cut, asTold, rightEnd(service, arrived, end.live)]);
      figures.cuts += 1;
      figures[arrived ? "kept" : "unknown"] += 1;
      // A link that opens but is not stored: its outcome must be shown as unknown.
      const lost = end.live.filter((share) => !end.held.includes(share)).length;
      figures[end.state === "unknown" ? "told" : "orphans"] += lost;
    }
    expect(figures).toMatchObject({ cuts: bytes + 1, kept: bytes + 1 - enough, orphans: 0 });
    score(`cut-answers ${id}`, { ...figures, ms: Math.round(performance.now() - began) });
  }, 300_000);

  test.each([
    ["before it was carried out", "before", false],
    ["before it was carried out, for a link that never ends", "before", true],
    ["before its headers", "after", false],
    ["before its headers, for a link that never ends", "after", true],
  ] as const)("cut %s: the list decides, or the outcome is unknown", async (_how, when, never) => {
    const { told, ...end } = await shareThrough(service, { when, do: { close: true } }, { never });
    const made = rightEnd(service, false, end.live);
    const nothing = service.lists
      ? { ...rightEnd(service, true, end.live), posts: 2 }
      : { ...made, live: [] };
    expect([told, end]).toEqual(["unknown-outcome", when === "before" ? nothing : made]);
  });

  test("a background that stops after storing the cut response reads the same from it", async () => {
    const { bytes, enough } = await measure();
    for (const cut of [0, 1, enough - 1, enough, bytes - 1, bytes]) {
      const died = vi.fn(async () => Promise.reject(new Error("stopped")));
      onFailpoint((at) => (at === "share:answer-kept" ? died() : Promise.resolve()));
      const { told, ...end } = await shareThrough(
        service,
        { do: { truncate: cut } },
        { dies: true },
      );
      expect(died).toHaveBeenCalledOnce();
      expect([cut, told, end]).toEqual([cut, null, rightEnd(service, cut >= enough, end.live)]);
    }
  });
});
