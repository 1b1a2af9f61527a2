import type { LedgerRequest } from "./ledger.ts";
import type { SandboxProvider } from "./provider.ts";

const MAX_REQUESTS = 1000;

/** The last thousand requests, oldest first. */
export interface RequestLog {
  readonly entries: LedgerRequest[];
  /** Adds a request when it arrives; undefined for a page, a control or a file of the player. */
  add(request: Request): LedgerRequest | undefined;
}

/** A log that knows the paths of these providers, and the audio. */
export function createRequestLog(providers: readonly SandboxProvider[]): RequestLog {
  const entries: LedgerRequest[] = [];
  const hide = (text: string) =>
    providers.reduce((hidden, provider) => provider.hideSecrets(hidden), text);
  const hideHeader = (text: string | null) => (text === null ? null : hide(text));
  return {
    entries,
    add({ method, url, headers }) {
      const { pathname } = new URL(url);
      const provider = providers.find(({ path }) => pathname.startsWith(`${path}/`));
      if (!provider && !pathname.startsWith("/audio/")) return undefined;
      const entry: LedgerRequest = {
        method,
        path: hide(pathname),
        status: null,
        user: provider?.findUser(headers)?.name ?? null,
        hadKey: headers.has("X-API-Key") || headers.has("Authorization"),
        origin: hideHeader(headers.get("Origin")),
        referer: hideHeader(headers.get("Referer")),
        cookie: hideHeader(headers.get("Cookie")),
      };
      entries.push(entry);
      if (entries.length > MAX_REQUESTS) entries.shift();
      return entry;
    },
  };
}
