// Everything a test or a reader needs to know about the seed, in one place.
export { ada, ben, expiredKey, pausedKey, users as people, refusedKeys } from "./users.ts";
export type { User as Person } from "./users.ts";
export { adaTracks, benTrack, collections, stemTrack, tracks } from "./catalogue.ts";
export type { CatalogueTrack } from "./catalogue.ts";
export { craftkitAccountKey, craftkitTestKey, mixthatPlainToken } from "./users.ts";
export {
  mixthatBenTrack,
  mixthatPublicTrack,
  mixthatStemTrack,
  mixthatStreamTrack,
  mixthatTracks,
} from "./mixthat/catalogue.ts";
export type { MixthatTrack } from "./mixthat/catalogue.ts";
export {
  benRender,
  craftkitRenders,
  failedRender,
  readyRender,
  slowRender,
  testRender,
} from "./craftkit/catalogue.ts";
export type { CraftkitRender } from "./craftkit/catalogue.ts";
