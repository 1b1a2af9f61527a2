import { buildSettings } from "../model/build-settings.ts";

/** The file name that the address of the listening page may end with. */
const FILE_NAME = /(?:index\.html)?$/;

/**
 * The address that the listening page at `address` plays; any other address is returned as it is. The listening page reads
 * what to play from its fragment: encoded after `src=`, or as it is.
 */
export function unwrapListeningUrl(address: string): string {
  const { listenUrl } = buildSettings;
  const hash = address.indexOf("#");
  const page = address.slice(0, hash).replace(FILE_NAME, "");
  if (hash < 0 || listenUrl === "" || page !== listenUrl) return address;
  const source = address.slice(hash + 1).replace(/^src=/, "");
  if (source.includes("://")) return source;
  try {
    return decodeURIComponent(source.split("&")[0] ?? "");
  } catch (error) {
    if (error instanceof URIError) return address; // an incomplete percent-encoding: the link is damaged
    throw error;
  }
}
