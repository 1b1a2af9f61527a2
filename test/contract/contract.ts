import type { Sandbox } from "../../sandbox/sandbox.ts";
import type { Result } from "../../src/model/failure.ts";
import type { ProviderId } from "../../src/model/provider-id.ts";
import type { Connection } from "../../src/providers/contract/adapter.ts";

/** The account that sends requests: its settings and key. */
export interface Asker {
  readonly settings: Record<string, string>;
  readonly key: string;
}

/** One operation of an adapter, as it is used when nothing is wrong. */
export interface Operation {
  /**
   * As in the service's reference, e.g. `GET /v1/music/{org}/tracks`. Of several requests it is the
   * one that decides: the one whose answer is spoilt.
   */
  readonly endpoint: string;
  /** The name of the operation in `Provider`, for messages. */
  readonly name: string;
  /** Puts the sandbox into the state the operation needs. */
  before?(at: Connection, sandbox: Sandbox): Promise<unknown>;
  run(at: Connection): Promise<Result<unknown>>;
  /** Runs it with a hostile id, where the operation takes one. */
  withId?(at: Connection, id: string): Promise<Result<unknown>>;
  /** Fields without which the response is malformed; inner ones as `items.0.id`. */
  readonly required: readonly string[];
  /** The result of a fault, by its name, where the normal response has no body or it is not read. */
  readonly otherwise?: Readonly<Record<string, string>>;
}

/** A documented status that the sandbox really gives, and the adapter's result. */
export interface Case {
  readonly endpoint: string;
  readonly status: number;
  /** What causes it. */
  readonly how: string;
  run(at: Connection, sandbox: Sandbox): Promise<Result<unknown>>;
  /** Another account than the usual one. */
  readonly as?: Asker;
  /** "ok", or the kind of failure. */
  readonly gives: string;
  /** Further expected parts of the result. */
  readonly like?: object;
}

/** Everything the test kit needs to know about a service. */
export interface Contract {
  readonly id: ProviderId;
  readonly asker: Asker;
  readonly operations: readonly Operation[];
  readonly cases: readonly Case[];
  /** Every endpoint that Earmark uses × every status its reference names. */
  readonly documented: Readonly<Record<string, readonly number[]>>;
}
