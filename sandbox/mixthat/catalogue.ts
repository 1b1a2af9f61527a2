import { harbour, lantern, meadow, nightbus } from "../music/pieces.ts";
import { ada, ben } from "../users.ts";

/** A track as it is seeded. Without its source audio it cannot be mixed. */
export interface MixthatTrack {
  readonly id: string;
  readonly owner: string;
  readonly label: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly isPublic: boolean;
  readonly keepsSource: boolean;
  readonly piece: string;
}

function track(
  id: string,
  label: string,
  piece: { name: string },
  rest: Partial<MixthatTrack> = {},
): MixthatTrack {
  const usual = { description: "", tags: [], isPublic: false, keepsSource: false };
  return { ...usual, id, owner: ada.name, label, piece: piece.name, ...rest };
}

/** Ada's track with four stems and their source audio. */
export const mixthatStemTrack = track("Lntrn1", "Lantern Room", lantern, {
  description: "Four stems, 96 beats a minute.",
  tags: ["demo", "stems"],
  keepsSource: true,
});

/** Ada's public track: everybody may read it, without a token. */
export const mixthatPublicTrack = track("Meadw2", "Meadow", meadow, { isPublic: true });

/** Ada's four stems again, but their source audio is gone: it plays and cannot be mixed. */
export const mixthatStreamTrack = track("Strm03", "Lantern Room (streaming only)", lantern);

/** The one track that Ada does not own. */
export const mixthatBenTrack = track("NghtB6", "Night Bus", nightbus, { owner: ben.name });

/** All of them; Ada has five. */
export const mixthatTracks: readonly MixthatTrack[] = [
  mixthatStemTrack,
  mixthatPublicTrack,
  mixthatStreamTrack,
  track("Harbr4", "Harbour Lights", harbour, { tags: ["demo"] }),
  track("SaltT5", 'Salt & Tin <b>"Demo"</b>', meadow),
  mixthatBenTrack,
];
