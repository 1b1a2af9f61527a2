// Everything a test or a reader needs to know about the seed, in one place.
export { ada, ben, expiredKey, pausedKey, people, refusedKeys } from "./people.ts";
export type { Person } from "./people.ts";
export { adaTracks, benTrack, collections, stemTrack, tracks } from "./catalogue.ts";
export type { CatalogueTrack } from "./catalogue.ts";
