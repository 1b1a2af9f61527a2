import type { Player, StemPlayer } from "../player.ts";
import { audio } from "./audio.ts";
import { earmarkFile, earmarkShare, earmarkStems } from "./earmark.ts";
import { howler } from "./howler.ts";
import { liteYoutube } from "./lite-youtube.ts";
import { mediaChrome } from "./media-chrome.ts";
import { plyr } from "./plyr.ts";
import { allStems, oneStem } from "./stemplayer.ts";
import { vidstack } from "./vidstack.ts";
import { wavesurfer } from "./wavesurfer.ts";

export { audio as floor } from "./audio.ts";
export { earmarkFile, earmarkShare, earmarkStems } from "./earmark.ts";
export { plyr } from "./plyr.ts";
export { allStems } from "./stemplayer.ts";

/** Everybody who is loaded, the floor first. */
export const players: readonly Player[] = [
  audio,
  earmarkShare,
  earmarkFile,
  earmarkStems,
  liteYoutube,
  howler,
  wavesurfer,
  oneStem,
  allStems,
  mediaChrome,
  plyr,
  vidstack,
];

/** Who is put on one page twenty times. */
export const many: readonly Player[] = [earmarkShare, audio, mediaChrome, plyr];

/** Who plays eight stems. */
export const stemPlayers: readonly StemPlayer[] = [earmarkStems, allStems];
