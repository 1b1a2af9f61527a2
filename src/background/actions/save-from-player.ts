import { fail } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Track } from "../../model/track.ts";
import { createPageTrack } from "../../providers/web/page-track.ts";
import { cutText } from "../../shared/cut-text.ts";
import type { Database } from "../../store/database/schema.ts";
import { createDeviceAccount } from "../accounts/accounts.ts";
import { saveTrack } from "./library.ts";
import { resolvePage } from "./resolve-page.ts";

/** What a page says that its player plays. */
interface Played {
  address: string;
  /** The page's name for a plain audio file. */
  title: string | null;
}

/** The longest address that is taken for the id of a track, in characters. */
const MAX_ADDRESS_LENGTH = 2048;

/**
 * Saves what a page's player plays: the track behind a share link into the account at its service, a plain audio file
 * on this device. Nothing is taken from the page but the address; the providers say what it stands for.
 */
export async function saveFromPlayer(
  db: Database,
  { address, title }: Played,
): Promise<Result<unknown>> {
  const resolved = await resolvePage(db, { address, title: null, tab: null });
  if (!resolved.ok) return resolved;
  if (resolved.value.kind === "link") {
    const { track, link, accounts } = resolved.value;
    return saveTrack(db, accounts[0], track, link);
  }
  // The page of a service's track is not a public link, so a web page may not save it into an account.
  const file = resolved.value.kind === "nothing" ? createFileTrack(address, title) : null;
  if (!file) return fail({ kind: "not-allowed", code: null });
  return saveTrack(db, createDeviceAccount(file.provider), file);
}

/** The track for an audio file at a public address; null when it is no such address. */
function createFileTrack(address: string, title: string | null): Track | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = "";
  const isPublic = /^https?:$/.test(url.protocol) && url.username + url.password === "";
  if (!isPublic || url.href.length > MAX_ADDRESS_LENGTH) return null;
  const name = title?.trim() || url.pathname.split("/").at(-1) || url.host;
  return createPageTrack(url.origin, url.href, { title: cutText(name, 512), duration: null });
}
