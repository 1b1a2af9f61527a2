import type { Failure } from "../model/failure.ts";
import type { Decoder } from "../shared/decode.ts";

/** One request to a service and how to read its response. */
export interface Call<T> {
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** Made with the tag `path`, which encodes ids; null gives `not-yours` without a request. */
  path: string | null;
  query?: Record<string, string | number>;
  /** Sent as JSON. */
  body?: unknown;
  /** false for public endpoints: the account's key is not sent. */
  signed?: boolean;
  /** A share token, sent as the whole `Authorization` header instead of the account's key. */
  shareToken?: string;
  /** true when a repeat could create a second link or mix: a broken connection is then `unknown-outcome`. */
  once?: boolean;
  /** What a status means for this request, where it differs from its general meaning; may depend on the body. */
  failures?: Partial<Record<number, Failure | ((body: unknown) => Failure)>>;
  decode: Decoder<T>;
  /** Decodes the complete members of a response to a `once` call that broke off. */
  partial?: Decoder<T>;
}
