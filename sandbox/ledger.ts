import type { Database } from "./database.ts";
import type { SandboxProvider } from "./providers.ts";

/** A share as it was committed; times in UTC. */
export interface LedgerShare {
  readonly provider: string;
  readonly id: string;
  readonly track_id: string | null;
  readonly collection_id: string | null;
  readonly owner: string;
  readonly visibility: string;
  /** Mix That: what its owner called it. */
  readonly name?: string | null;
  /** Mix That: its permissions, separated by spaces. */
  readonly scope?: string;
  /** CraftKit: `link` or `email`, and to whom. */
  readonly channel?: string;
  readonly recipient?: string | null;
  readonly expires_at: string | null;
  readonly created_at: string;
  readonly revoked_at: string | null;
  readonly opens: number;
}

/** Something saved: an edge of somebody's library, or a saved mix. */
export interface LedgerEdge {
  readonly provider: string;
  readonly id: string;
  readonly user: string;
  readonly track_id: string;
  readonly source: string;
  readonly share_id: string | null;
  readonly created_at: string;
}

/** A request that reached a provider or an audio file; `status` null = nothing was answered (yet). */
export interface LedgerRequest {
  readonly method: string;
  readonly path: string;
  status: number | null;
  readonly user: string | null;
  readonly hadKey: boolean;
  readonly origin: string | null;
  readonly referer: string | null;
  readonly cookie: string | null;
}

/** What really happened, whatever the answers said. Never holds a key or a token. */
export interface Ledger {
  readonly shares: readonly LedgerShare[];
  readonly library: readonly LedgerEdge[];
  readonly requests: readonly LedgerRequest[];
}

const longest = 1000;

/** The last thousand requests, oldest first. */
export interface RequestLog {
  readonly entries: LedgerRequest[];
  /** Notes a request on its arrival; undefined for a page, a control or the widget. */
  note(request: Request): LedgerRequest | undefined;
}

/** A log that knows the paths of these providers, and the audio. */
export function createRequestLog(providers: readonly SandboxProvider[]): RequestLog {
  const entries: LedgerRequest[] = [];
  const hide = (text: string) =>
    providers.reduce((hidden, provider) => provider.hideSecrets(hidden), text);
  const hideHeader = (text: string | null) => (text === null ? null : hide(text));
  return {
    entries,
    note({ method, url, headers }) {
      const { pathname } = new URL(url);
      const provider = providers.find(({ path }) => pathname.startsWith(`${path}/`));
      if (!provider && !pathname.startsWith("/audio/")) return undefined;
      const entry: LedgerRequest = {
        method,
        path: hide(pathname),
        status: null,
        user: provider?.personOf(headers)?.name ?? null,
        hadKey: headers.has("X-API-Key") || headers.has("Authorization"),
        origin: hideHeader(headers.get("Origin")),
        referer: hideHeader(headers.get("Referer")),
        cookie: hideHeader(headers.get("Cookie")),
      };
      entries.push(entry);
      if (entries.length > longest) entries.shift();
      return entry;
    },
  };
}

/** Everything at this moment. */
export function readLedger(
  db: Database,
  providers: readonly SandboxProvider[],
  log: RequestLog,
): Ledger {
  return {
    shares: providers.flatMap((provider) => provider.shares(db)),
    library: providers.flatMap((provider) => provider.edges(db)),
    requests: log.entries.map((entry) => ({ ...entry })),
  };
}
