import { fail, type Result } from "../../model/failure.ts";
import type { Track } from "../../model/track.ts";
import { createPageTrack } from "../../providers/web/page-track.ts";
import type { Database } from "../../store/database/open-database.ts";
import { createDeviceAccount } from "../accounts/accounts.ts";
import { saveTrack } from "./library.ts";
import { resolvePage } from "./resolve-page.ts";
import { cutText } from "../../shared/cut-text.ts";

/** What a page says that its player plays. */
interface Played {
  address: string;
  /** What the page calls a mere file. */
  title: string | null;
}

/** As long as the id of a track may be. */
const LONGEST = 2048;

const refused = fail({ kind: "not-allowed", code: null });

/**
 * Saves what the player of a page plays: the track behind a share link into the account at its service, a mere file on
 * this device. A page is believed nothing but an address; what it stands for, the services that were built in say.
 */
export async function saveFromPlayer(
  db: Database,
  { address, title }: Played,
): Promise<Result<unknown>> {
  const seen = await resolvePage(db, { address, title: null, tab: null });
  if (!seen.ok) return seen;
  if (seen.value.kind === "link") {
    const { track, link, accounts } = seen.value;
    return saveTrack(db, accounts[0], track, link);
  }
  // The page of a track is no public link: who may open it is not for this page to say.
  const file = seen.value.kind === "nothing" ? fileAt(address, title) : null;
  return file ? saveTrack(db, createDeviceAccount(file.provider), file) : refused;
}

/** A sound at a plain address; null where that is none that anybody could open. */
function fileAt(address: string, title: string | null): Track | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = "";
  const open = /^https?:$/.test(url.protocol) && url.username + url.password === "";
  if (!open || url.href.length > LONGEST) return null;
  const named = title?.trim() || url.pathname.split("/").at(-1) || url.host;
  return createPageTrack(url.origin, url.href, { title: cutText(named, 512), duration: null });
}
