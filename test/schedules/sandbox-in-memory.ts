import { createApp } from "../../sandbox/app.ts";
import { ada } from "../../sandbox/accounts.ts";
import { openDatabase } from "../../sandbox/database.ts";
import { createFaults } from "../../sandbox/faults/faults.ts";
import { readLedger } from "../../sandbox/ledger.ts";
import { providers } from "../../sandbox/providers.ts";
import { createRequestLog } from "../../sandbox/request-log.ts";
import { seed } from "../../sandbox/seed.ts";
import { asItWas } from "./replica.ts";
import { createEnvironment, defaultSettings } from "../../sandbox/environment.ts";
import type { Settings } from "../../sandbox/environment.ts";

/** Where the services are; a loopback address, as CraftKit's links may then be plain http. */
export const ORIGIN = "http://127.0.0.1:9";

/** A link as it was committed, joined with the answer that its asker should have got. */
export interface Committed {
  provider: string;
  /** The thing that was asked for, as the press wrote it into the terms. */
  label: string | null;
  id: string;
  /** The address that gives it away. */
  url: string;
  revoked: boolean;
}

/** A request to make a link that reached a service. */
export interface Post {
  provider: string;
  label: string | null;
  recipient: string | null;
  committed: boolean;
}

/** The sandbox's services without sockets. */
export interface Service {
  readonly settings: Settings;
  /** Forgets everything but the catalogue. */
  reset(settings: Partial<Settings>): void;
  /** Does what a request asks. `behind`: so many milliseconds old may Mix That's list be. */
  serve(method: string, url: URL, init: RequestInit, behind: number): Promise<Answer>;
  readonly posts: readonly Post[];
  committed(): Committed[];
  /** The ids of the tracks in Ada's library at Aitronos. */
  library(): string[];
}

export interface Answer {
  status: number;
  body: string;
  retryAfter: string | null;
}

const emptied = [
  "aitronos_shares",
  "aitronos_library",
  "mixthat_shares",
  "craftkit_shares",
  "craftkit_events",
];

/** Opened once, used for every schedule. */
export function createService(): Service {
  const db = openDatabase();
  seed(db);
  const world = createEnvironment(db);
  const log = createRequestLog(providers);
  const app = createApp(
    world,
    {
      faults: createFaults(),
      ledger: () => readLedger(db, providers, log.entries),
      reset: () => {},
      shiftClock: () => {},
      set: () => {},
    },
    ".",
  );
  let posts: Post[] = [];
  let made: { provider: string; label: string | null; id: string; url: string }[] = [];

  function note(provider: string, url: URL, asked: Asked, answer: Answer): void {
    const label = labelOf(asked);
    const committed = answer.status < 300;
    posts.push({ provider, label, recipient: asked.recipientEmail ?? null, committed });
    if (!committed) return;
    const said = JSON.parse(answer.body) as {
      id?: string;
      url?: string;
      shareUrl?: string;
      token: string;
    };
    const track = url.pathname.split("/")[4] ?? "";
    made.push({
      provider,
      label,
      id: said.id ?? db.one<{ id: string }>(NEWEST)?.id ?? "",
      url: said.url ?? said.shareUrl ?? `${ORIGIN}/tracks/${track}?auth_token=${said.token}`,
    });
  }

  return {
    settings: world.settings,
    get posts() {
      return posts;
    },
    reset(settings) {
      for (const table of emptied) db.run(`DELETE FROM ${table}`);
      db.run("UPDATE craftkit_renders SET polls = 0, first_poll_at = NULL");
      db.run("UPDATE craftkit_renders SET completed_at = NULL WHERE outcome = 'slow'");
      Object.assign(world.settings, defaultSettings, settings);
      posts = [];
      made = [];
    },
    async serve(method, url, init, behind) {
      const response = await app.fetch(new Request(url, init));
      const answer = {
        status: response.status,
        body: await response.text(),
        retryAfter: response.headers.get("Retry-After"),
      };
      const provider = providers.find(({ path }) => url.pathname.startsWith(`${path}/`))?.id ?? "";
      if (method === "POST" && /\/shares?$/.test(url.pathname)) {
        note(provider, url, JSON.parse(String(init.body ?? "{}")) as Asked, answer);
      }
      if (behind > 0 && method === "GET" && /^\/api\/v1\/.*\/shares$/.test(url.pathname)) {
        return { ...answer, body: asItWas(db, answer.body, world.clock.now() - behind) };
      }
      return answer;
    },
    committed() {
      const shares = providers.flatMap((provider) => provider.readShares(db));
      return made.map(({ provider, label, id, url }) => {
        const share = shares.find((each) => each.provider === provider && each.id === id);
        if (!share) throw new Error(`${id} was answered and never committed`);
        return { provider, label, id, url, revoked: share.revoked_at !== null };
      });
    },
    library: () =>
      db
        .all<{ track_id: string }>("SELECT track_id FROM aitronos_library WHERE user = ?", [
          ada.name,
        ])
        .map((row) => row.track_id),
  };
}

const NEWEST = "SELECT id FROM mixthat_shares ORDER BY seq DESC LIMIT 1";

interface Asked {
  name?: string;
  message?: string;
  expires_in_days?: number;
  recipientEmail?: string;
}

/** Each press asks for something that only it asks for; every service has another field for that. */
function labelOf({ name, message, expires_in_days: days }: Asked): string | null {
  if (days !== undefined) return `p${days}`;
  return /^p\d+/.exec(name ?? message ?? "")?.[0] ?? null;
}
