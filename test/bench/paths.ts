import { join } from "node:path";
import { root } from "../../scripts/run-program.ts";

/** Everything the bench makes is in here, and may be deleted at any time. */
const folder = join(root, ".output", "bench");

/** Where the other players are installed and bundled from. */
export const peers = join(folder, "peers");
/** What the bench's server shows. */
export const site = join(folder, "site");
/** Sound, and its playlists and waveforms; kept from run to run. */
export const media = join(site, "media");
