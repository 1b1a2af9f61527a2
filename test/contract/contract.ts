import type { Result } from "../../src/model/failure.ts";
import type { ProviderId } from "../../src/model/provider-id.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";
import type { Sandbox } from "../../sandbox/sandbox.ts";

/** Who asks: settings and key as they would stand in an account. */
export interface Asker {
  readonly settings: Record<string, string>;
  readonly key: string;
}

/** One thing an adapter does, as it would be used with nothing wrong. */
export interface Operation {
  /**
   * As in the service's reference, e.g. `GET /v1/music/{org}/tracks`. Of several requests it is the
   * one that decides: the one whose answer is spoilt.
   */
  readonly endpoint: string;
  /** The operation of `Provider`, for messages. */
  readonly name: string;
  /** Puts the sandbox into the state the operation needs. */
  before?(at: Connection, sandbox: Sandbox): Promise<unknown>;
  run(at: Connection): Promise<Result<unknown>>;
  /** With an id of a stranger's making, where the operation takes one. */
  withId?(at: Connection, id: string): Promise<Result<unknown>>;
  /** Fields without which the answer means nothing; inner ones as `items.0.id`. */
  readonly required: readonly string[];
  /** What comes of a spoiling, by its name, where the usual answer has no body or none is read. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

/** A documented status, really given by the sandbox, and what the adapter makes of it. */
export interface Case {
  readonly endpoint: string;
  readonly status: number;
  /** What brings it about. */
  readonly how: string;
  run(at: Connection, sandbox: Sandbox): Promise<Result<unknown>>;
  /** Somebody else than the usual asker. */
  readonly as?: Asker;
  /** "ok", or the kind of failure. */
  readonly gives: string;
  /** More of the result, where the kind is not all that matters. */
  readonly like?: object;
}

/** Everything the kit needs to know of a service. */
export interface Contract {
  readonly id: ProviderId;
  readonly asker: Asker;
  readonly operations: readonly Operation[];
  readonly cases: readonly Case[];
  /** Every endpoint that Earmark uses × every status its reference names. */
  readonly documented: Readonly<Record<string, readonly number[]>>;
}
