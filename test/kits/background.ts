import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ada, mixthatStemTrack, readyRender, stemTrack } from "../../sandbox/accounts.ts";
import type { LedgerShare } from "../../sandbox/ledger.ts";
import { startSandbox } from "../../sandbox/sandbox.ts";
import type { Sandbox, SandboxOptions } from "../../sandbox/sandbox.ts";
import type { ShareIntent } from "../../src/background/sharing/share-track.ts";
import type { Account } from "../../src/model/account.ts";
import { buildSettings } from "../../src/model/build-settings.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { ProviderId } from "../../src/model/provider-id.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import { getDefaultTerms } from "../../src/model/share-terms.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Track } from "../../src/model/track.ts";
import { providerFacts } from "../../src/providers/facts.ts";
import { putAccount } from "../../src/store/accounts.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { openReplicated } from "../../src/store/database/open-replicated.ts";
import type { Database } from "../../src/store/database/schema.ts";
import { STORES } from "../../src/store/database/schema.ts";

/* For tests of the background: the sandbox, a replicated database and an account at each service. */

type Hosted = Exclude<ProviderId, "web">;

/** The services that have accounts, for test.each. */
export const hosted: readonly Hosted[] = ["aitronos", "mixthat", "craftkit"];

const keys = { aitronos: ada.key, mixthat: ada.mixthatToken, craftkit: ada.craftkitKey };
const tracks = { aitronos: stemTrack.id, mixthat: mixthatStemTrack.id, craftkit: readyRender.id };

/** All of it is new for each test; the sandbox is reset. */
export interface Background {
  sandbox: Sandbox;
  db: Database;
  /** The number of writes, as storage.local has it. */
  counted: number;
  /** Set by a test in which the copy misses writes; otherwise both replicas must be equal after the test. */
  copyDiffers: boolean;
  /** Method and path of every request, also of those that failed. */
  sent: string[];
  /** Stores and returns Ada's account at a service. Its id is that of the service, unless one is given. */
  account(provider: ProviderId, key?: string, id?: string): Promise<Account>;
  track(provider: ProviderId, id?: string): Track;
  /** A new intent to share Ada's usual track at the service. */
  shareIntent(provider: Hosted, terms?: Partial<Terms>, id?: string): ShareIntent;
  posts(): number;
  shares(): readonly LedgerShare[];
  liveShares(): readonly LedgerShare[];
  links(): Promise<StoredLink[]>;
  attempts(): Promise<Attempt[]>;
  jobs(): Promise<Job[]>;
}

const { fetch } = globalThis;

/** Every row of a database, by store. */
export async function readAllRows(db: Database): Promise<unknown> {
  const rows = await Promise.all(
    STORES.map(async (name) => [name, await db.getAll(name)] as const),
  );
  return Object.fromEntries(rows);
}

/** Sets up the tests of a file. All of them use the returned object. */
export function useBackground(options?: SandboxOptions): Background {
  const kit = {
    account: async (provider, key = keys[provider as Hosted] ?? "", id = provider) => {
      const settings = provider === "aitronos" ? { organization: ada.org } : {};
      const { origin } = kit.sandbox;
      const made = { id, provider, origin, label: provider, settings, addedAt: 1 };
      await putAccount(kit.db, made, key);
      return made;
    },
    track: (provider, id = tracks[provider as Hosted]) => {
      const { origin } = kit.sandbox;
      return { provider, origin, id, title: null, duration: null };
    },
    shareIntent: (provider, terms = {}, id = tracks[provider]) => ({
      intent: crypto.randomUUID(),
      track: kit.track(provider, id),
      terms: { ...getDefaultTerms(providerFacts[provider].terms), ...terms },
    }),
    posts: () => kit.sent.filter((line) => line.startsWith("POST")).length,
    shares: () => kit.sandbox.ledger().shares,
    liveShares: () => kit.shares().filter((share) => share.revoked_at === null),
    links: () => kit.db.getAll("links"),
    attempts: () => kit.db.getAll("attempts"),
    jobs: () => kit.db.getAll("outbox"),
  } as Partial<Background> as Background;

  beforeAll(async () => {
    kit.sandbox = await startSandbox(options);
    (buildSettings.origins as string[]).push(kit.sandbox.origin);
  });
  afterAll(() => kit.sandbox.stop());
  beforeEach(async () => {
    kit.sandbox.reset();
    fakeBrowser.reset();
    // Host permissions are granted; the permission for the clipboard is not.
    fakeBrowser.permissions.contains = async ({ origins }) => origins !== undefined;
    Object.assign(kit, { counted: 0, copyDiffers: false, sent: [] });
    const { sent } = kit;
    vi.stubGlobal("fetch", (input: string | URL, init?: RequestInit) => {
      sent.push(`${init?.method ?? "GET"} ${new URL(input).pathname}`);
      return fetch(input, init);
    });
    vi.stubGlobal("indexedDB", new IDBFactory());
    const { db } = await openReplicated({
      read: async () => 0,
      write: (generation) => {
        kit.counted = generation;
      },
    });
    kit.db = db;
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    const main = await openDatabase("earmark");
    const copy = await openDatabase("earmark-copy");
    if (!kit.copyDiffers) {
      await vi.waitFor(async () =>
        expect(await readAllRows(copy)).toEqual(await readAllRows(main)),
      );
    }
    // Otherwise a remaining attempt or job would run during the next test.
    await Promise.all([main.clear("attempts"), main.clear("outbox")]);
    vi.unstubAllGlobals();
  });
  return kit;
}
