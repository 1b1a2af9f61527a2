import { ada } from "../../sandbox/accounts.ts";
import { createApp } from "../../sandbox/app.ts";
import { openDatabase } from "../../sandbox/database.ts";
import { createEnvironment, defaultSettings } from "../../sandbox/environment.ts";
import type { Settings } from "../../sandbox/environment.ts";
import { createFaults } from "../../sandbox/faults/faults.ts";
import { readLedger } from "../../sandbox/ledger.ts";
import { providers } from "../../sandbox/providers.ts";
import { createRequestLog } from "../../sandbox/request-log.ts";
import { seed } from "../../sandbox/seed.ts";
import { createStaleList } from "./stale-list.ts";

/** The origin of the services: a loopback address, because only there can CraftKit's links be plain http. */
export const ORIGIN = "http://127.0.0.1:9";

/** A link that a service created, joined with the response that it sent. */
export interface CreatedShare {
  provider: string;
  /** The label of its press, which stands in the terms of the request. */
  label: string | null;
  id: string;
  /** The address that opens it. */
  url: string;
  revoked: boolean;
}

/** A request to create a link that reached a service. */
export interface ShareRequest {
  provider: string;
  label: string | null;
  recipient: string | null;
}

/** The services of the sandbox, called without sockets. */
export interface InMemorySandbox {
  /** Removes everything but the catalogue of tracks, and sets these settings. */
  reset(settings: Partial<Settings>): void;
  /** Executes a request. `listAge`: how old Mix That's list of links is, in milliseconds. */
  handleRequest(
    method: string,
    url: URL,
    init: RequestInit,
    listAge: number,
  ): Promise<SandboxResponse>;
  readonly shareRequests: readonly ShareRequest[];
  readCreatedShares(): CreatedShare[];
  /** The ids of the tracks in Ada's library at Aitronos. */
  readLibrary(): string[];
}

export interface SandboxResponse {
  status: number;
  body: string;
  retryAfter: string | null;
}

const clearedTables = [
  "aitronos_shares",
  "aitronos_library",
  "mixthat_shares",
  "craftkit_shares",
  "craftkit_events",
];

/** One sandbox serves all schedules of a test file; `reset` separates them. */
export function createInMemorySandbox(): InMemorySandbox {
  const db = openDatabase();
  seed(db);
  const environment = createEnvironment(db);
  const requestLog = createRequestLog(providers);
  const app = createApp(
    environment,
    {
      faults: createFaults(),
      ledger: () => readLedger(db, providers, requestLog.entries),
      reset: () => {},
      shiftClock: () => {},
      set: () => {},
    },
    ".",
  );
  let shareRequests: ShareRequest[] = [];
  let created: Omit<CreatedShare, "revoked">[] = [];

  function recordShare(
    provider: string,
    url: URL,
    terms: RequestTerms,
    response: SandboxResponse,
  ): void {
    const label = findLabel(terms);
    shareRequests.push({ provider, label, recipient: terms.recipientEmail ?? null });
    if (response.status >= 300) return;
    const share = JSON.parse(response.body) as {
      id?: string;
      url?: string;
      shareUrl?: string;
      token: string;
    };
    const track = url.pathname.split("/")[4] ?? "";
    created.push({
      provider,
      label,
      id: share.id ?? db.one<{ id: string }>(NEWEST_MIXTHAT_SHARE)?.id ?? "",
      url: share.url ?? share.shareUrl ?? `${ORIGIN}/tracks/${track}?auth_token=${share.token}`,
    });
  }

  return {
    get shareRequests() {
      return shareRequests;
    },
    reset(settings) {
      for (const table of clearedTables) db.run(`DELETE FROM ${table}`);
      db.run("UPDATE craftkit_renders SET polls = 0, first_poll_at = NULL");
      db.run("UPDATE craftkit_renders SET completed_at = NULL WHERE outcome = 'slow'");
      Object.assign(environment.settings, defaultSettings, settings);
      shareRequests = [];
      created = [];
    },
    async handleRequest(method, url, init, listAge) {
      const response = await app.fetch(new Request(url, init));
      const received = {
        status: response.status,
        body: await response.text(),
        retryAfter: response.headers.get("Retry-After"),
      };
      const provider = providers.find(({ path }) => url.pathname.startsWith(`${path}/`))?.id ?? "";
      if (method === "POST" && /\/shares?$/.test(url.pathname)) {
        const terms = JSON.parse(String(init.body ?? "{}")) as RequestTerms;
        recordShare(provider, url, terms, received);
      }
      if (listAge > 0 && method === "GET" && /^\/api\/v1\/.*\/shares$/.test(url.pathname)) {
        const asOf = environment.clock.now() - listAge;
        return { ...received, body: createStaleList(db, received.body, asOf) };
      }
      return received;
    },
    readCreatedShares() {
      const shares = providers.flatMap((provider) => provider.readShares(db));
      return created.map(({ provider, label, id, url }) => {
        const share = shares.find((each) => each.provider === provider && each.id === id);
        if (!share) throw new Error(`${id} is in a response and was never committed`);
        return { provider, label, id, url, revoked: share.revoked_at !== null };
      });
    },
    readLibrary: () =>
      db
        .all<{ track_id: string }>("SELECT track_id FROM aitronos_library WHERE user = ?", [
          ada.name,
        ])
        .map((row) => row.track_id),
  };
}

/** A response of Mix That does not hold the id of the link. */
const NEWEST_MIXTHAT_SHARE = "SELECT id FROM mixthat_shares ORDER BY seq DESC LIMIT 1";

interface RequestTerms {
  name?: string;
  message?: string;
  expires_in_days?: number;
  recipientEmail?: string;
}

/** The label that `createTerms` wrote into a request; each service has another field for it. */
function findLabel({ name, message, expires_in_days: days }: RequestTerms): string | null {
  if (days !== undefined) return `p${days}`;
  return /^p\d+/.exec(name ?? message ?? "")?.[0] ?? null;
}
