import { type Decoder, nullable, oneOf, record, text } from "../shared/decode.ts";
import { providerIds, type ProviderId } from "./provider-id.ts";

/** What a share address says: whoever has it has the access, so it is as secret as a key. */
export interface ShareLink {
  provider: ProviderId;
  origin: string;
  token: string;
  /** The track it opens, where its address says so. */
  track?: string | null;
}

export const shareLink: Decoder<ShareLink> = record({
  provider: oneOf(...providerIds),
  origin: text(256),
  token: text(4096), // Mix That's is a JWT
  track: nullable(text(128)),
});
