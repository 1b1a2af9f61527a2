import { anything, boolean, list, nullable, oneOf, record, text } from "../../shared/decode.ts";

/**
 * The response to resolving a share, decoded here for the extension and the player alike. Each of the two reads what it
 * needs of the tracks. When the content was removed, `available` is false and only `message` is filled.
 * https://docs.aitronos.com/docs/api-reference/music/resolve-share
 */
export const shareResponse = record({
  available: boolean,
  message: nullable(text()),
  kind: nullable(oneOf("track", "collection")),
  track: nullable(anything),
  tracks: nullable(list(anything)),
  collection: anything,
});
