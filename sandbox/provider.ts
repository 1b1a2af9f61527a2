import type { Hono } from "hono";
import type { Environment, HonoEnv } from "./environment.ts";
import type { LedgerSource } from "./ledger.ts";
import type { User } from "./users.ts";

/** One service of the sandbox. */
export interface SandboxProvider extends LedgerSource {
  readonly id: string;
  /** Where its paths begin; no two providers may clash. */
  readonly path: string;
  createRoutes(env: Environment): Hono<HonoEnv>;
  /** Its web pages, outside of `path`. */
  createPages?(env: Environment): Hono<HonoEnv>;
  /** Whose credentials these are: for the request log. */
  findUser(headers: Headers): User | undefined;
  /** A path or a header with every token and key replaced by `{token}`. */
  hideSecrets(text: string): string;
}
