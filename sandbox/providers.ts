import type { Hono } from "hono";
import { aitronos } from "./aitronos/aitronos.ts";
import { craftkit } from "./craftkit/craftkit.ts";
import type { Database } from "./database.ts";
import type { LedgerEdge, LedgerShare } from "./ledger.ts";
import { mixthat } from "./mixthat/mixthat.ts";
import type { Person } from "./users.ts";
import type { Env, World } from "./environment.ts";

/** One service of the sandbox. To add one: a file like `aitronos.ts` and a line in the list below. */
export interface SandboxProvider {
  readonly id: string;
  /** Where its paths begin; no two providers may clash. */
  readonly path: string;
  routes(world: World): Hono<Env>;
  /** Its web pages, outside of `path`. */
  pages?(world: World): Hono<Env>;
  /** What it has committed, for the ledger. */
  shares(db: Database): LedgerShare[];
  edges(db: Database): LedgerEdge[];
  /** Whose credentials these are: for the request log. */
  personOf(headers: Headers): Person | undefined;
  /** A path or a header with every token and key replaced by `{token}`. */
  hideSecrets(text: string): string;
}

export const providers: readonly SandboxProvider[] = [aitronos, mixthat, craftkit];
