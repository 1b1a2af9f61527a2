import { harbour, lantern, meadow, nightbus, pieces } from "./music/pieces.ts";
import type { Piece } from "./music/pieces.ts";
import { ada, ben } from "./users.ts";
import type { User } from "./users.ts";

/** A seeded track. `durationSeconds` and `expectedPitch` (Hz) are those of its encoded mix. */
export interface CatalogueTrack {
  readonly id: string;
  readonly owner: string;
  readonly org: string;
  readonly title: string;
  readonly piece: string;
  readonly durationSeconds: number;
  readonly expectedPitch: number;
  readonly stems: readonly string[];
}

function track(id: string, person: User, title: string, piece: Piece): CatalogueTrack {
  return {
    id: `mtrack_${id}`,
    owner: person.name,
    org: person.org,
    title,
    piece: piece.name,
    durationSeconds: piece.seconds,
    expectedPitch: piece.expectedPitch,
    stems: piece.stems,
  };
}

/** Ada's track that has stems: drums, bass, chords, melody. */
export const stemTrack = track("a1b2c3d4e5f6", ada, "Lantern Room", lantern);

/** Titles reuse three mixes. The second one carries the characters a page must escape. */
const moreTitles: readonly (readonly [string, string])[] = [
  ["b2c3d4e5f6a1", "Harbour Lights"],
  ["c3d4e5f6a1b2", 'Salt & Tin <b>"Demo"</b>'],
  ["0c4e1a7d9b01", "Paper Boats"],
  ["0c4e1a7d9b02", "Slow Weather"],
  ["0c4e1a7d9b03", "Copper Kettle"],
  ["0c4e1a7d9b04", "Two Windows"],
  ["0c4e1a7d9b05", "The Long Way Home"],
  ["0c4e1a7d9b06", "Ночной трамвай"],
  ["0c4e1a7d9b07", "Fern and Slate"],
  ["0c4e1a7d9b08", "Kitchen Radio"],
  ["0c4e1a7d9b09", "Été indien"],
  ["0c4e1a7d9b10", "First Frost"],
  ["0c4e1a7d9b11", "Blue Ladder"],
  ["0c4e1a7d9b12", "Quiet Carriage"],
  ["0c4e1a7d9b13", "雨の午後"],
  ["0c4e1a7d9b14", "Tangerine"],
  ["0c4e1a7d9b15", "Half Past Summer"],
  [
    "0c4e1a7d9b16",
    "Postcard from Nowhere in Particular, with Love (Extended Kitchen Table Version)",
  ],
  ["0c4e1a7d9b17", "Goodnight, Engine"],
];

const mixes = [harbour, meadow, nightbus] as const;

/** Ada's twenty tracks, the one with stems first. */
export const adaTracks: readonly CatalogueTrack[] = [
  stemTrack,
  ...moreTitles.map(([id, title], index) =>
    track(id, ada, title, mixes[index % mixes.length] ?? harbour),
  ),
];

/** The one track that Ada does not own. */
export const benTrack = track("d4e5f6a1b2c3", ben, "Night Bus", nightbus);

export const tracks: readonly CatalogueTrack[] = [...adaTracks, benTrack];

/** One collection each; Ada's holds her first three tracks. */
export const collections = [
  { id: "mcoll_a1b2c3d4e5f6", person: ada, name: "Evening set", tracks: adaTracks.slice(0, 3) },
  { id: "mcoll_d4e5f6a1b2c3", person: ben, name: "Late shift", tracks: [benTrack] },
] as const;

/** The piece a track plays. */
export function findPiece(name: string): Piece {
  return pieces.find((piece) => piece.name === name) ?? lantern;
}
