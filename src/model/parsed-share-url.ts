import { nullable, oneOf, record, text } from "../shared/decode.ts";
import type { Decoder } from "../shared/decode.ts";
import { providerIds } from "./provider-id.ts";
import type { ProviderId } from "./provider-id.ts";

/** What a share address contains. Whoever has it can listen, so it is as secret as a key. */
export interface ParsedShareUrl {
  provider: ProviderId;
  origin: string;
  token: string;
  /** The id of the track that it opens, where the address contains it. */
  track?: string | null;
}

export const parsedShareUrl: Decoder<ParsedShareUrl> = record({
  provider: oneOf(...providerIds),
  origin: text(256),
  token: text(4096), // Mix That's is a JWT
  track: nullable(text(128)),
});
