import { list, nullable, number, oneOf, record, text } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { permissions, visibilities } from "./share-terms.ts";
import type { Terms } from "./share-terms.ts";

/** The decoder of `Terms`. It is not in share-terms.ts, so that the popup does not load it before its first paint. */
export const terms: Decoder<Terms> = record({
  visibility: oneOf(...visibilities),
  expiresInDays: nullable(number(1, 3650)),
  name: nullable(text(200)),
  permissions: list(oneOf(...permissions), permissions.length),
  recipient: nullable(text(320)),
  message: nullable(text(2000)),
});
