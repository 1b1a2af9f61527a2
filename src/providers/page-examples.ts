import type { ProviderId } from "../model/provider-id.ts";

/** Addresses of one service's site, by which its rule and every other one are tested. */
interface Examples {
  /** Addresses of track pages, with the track's id. */
  tracks: Readonly<Record<string, string>>;
  /** Share links that open for anybody. */
  links: readonly string[];
  /** Addresses at the same site that are neither. */
  others: readonly string[];
}

const render = "019bf3a0-7c11-7a4e-9d21-5b0c8e6f1a01";
const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

/** Read by tests alone: a new service does not compile until its addresses are here. */
export const examples: Readonly<Record<ProviderId, Examples>> = {
  aitronos: {
    tracks: {
      "https://chat.aitronos.com/music/mtrack_7c1a9e2f4b8d": "mtrack_7c1a9e2f4b8d",
      "https://chat.aitronos.com/tracks/mtrack_7c1a9e/stems?x=1#y": "mtrack_7c1a9e",
    },
    links: ["https://api.aitronos.com/v1/music/shared/shr_9f3a2b7c1e4d6a8f0b2c4d6e8f1a3b5c"],
    others: [
      "https://chat.aitronos.com/tracks",
      "https://api.aitronos.com/v1/music/org_a/tracks/mtrack_7c1a9e2f4b8d",
    ],
  },
  mixthat: {
    tracks: {
      "https://app.mixthat.co/tracks/AbC123": "AbC123",
      "https://app.mixthat.co/tracks/zzzzzz/?is_public=1#t": "zzzzzz",
      [`https://app.mixthat.co/tracks/AbC123?auth_token=${token}&is_public=1`]: "AbC123",
    },
    links: [
      `https://app.mixthat.co/tracks/AbC123?auth_token=${token}`,
      `https://app.mixthat.co/api/v1/tracks/AbC123?auth_token=${token}`,
    ],
    others: [
      "https://app.mixthat.co/tracks",
      "https://app.mixthat.co/tracks/AbC1234",
      "https://app.mixthat.co/tracks/AbC123/mixes",
      "https://app.mixthat.co/api/v1/tracks/AbC123",
      "https://app.mixthat.co/?auth_token=eyJhbGciOiJIUzI1NiJ9.e30.c2ln",
    ],
  },
  craftkit: {
    tracks: {
      [`https://www.craftkit.dev/renders/${render}`]: render,
      [`https://www.craftkit.dev/projects/one/renders/${render.toUpperCase()}/?tab=1`]: render,
    },
    links: [],
    others: [
      "https://www.craftkit.dev/renders",
      `https://www.craftkit.dev/renders/${render}.pdf`,
      `https://api.craftkit.dev/v1/renders/${render}`,
      "https://www.craftkit.dev/share/cks_4f2a9c71be",
      `https://www.craftkit.dev/share/renders/${render}`,
    ],
  },
  // No rule knows these pages by their address: they are read, when somebody asks.
  web: {
    tracks: {},
    links: [],
    others: [
      "https://someone.bandcamp.example/track/a-song",
      "https://music.example/tracks/42",
      "https://music.example/tracks/AbC123",
      `https://music.example/renders/${render}`,
    ],
  },
};
