import { buildSettings } from "../model/build-settings.ts";

/** The listening page, with or without the name of its file. */
const PAGE = /(?:index\.html)?$/;

/**
 * The address that a listening page plays, for its own address; any other address as it is. What a listening page is
 * asked to play stands behind its `#`, encoded behind `src=` or bare.
 */
export function playedAt(address: string): string {
  const { listenUrl } = buildSettings;
  const at = address.indexOf("#");
  const page = address.slice(0, at).replace(PAGE, "");
  if (at < 0 || listenUrl === "" || page !== listenUrl) return address;
  const said = address.slice(at + 1).replace(/^src=/, "");
  if (said.includes("://")) return said;
  try {
    return decodeURIComponent(said.split("&")[0] ?? "");
  } catch (error) {
    if (error instanceof URIError) return address; // half of an escape: a damaged link
    throw error;
  }
}
