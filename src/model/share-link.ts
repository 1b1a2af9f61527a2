import { type Decoder, oneOf, record, text } from "./decode.ts";
import { providerIds, type ProviderId } from "./provider-id.ts";

/** What a share address says: whoever has it has the access, so it is as secret as a key. */
export interface ShareLink {
  provider: ProviderId;
  origin: string;
  token: string;
}

export const shareLink: Decoder<ShareLink> = record({
  provider: oneOf(...providerIds),
  origin: text(256),
  token: text(256),
});
