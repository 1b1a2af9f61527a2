import { parseSourceUrl } from "../net/safe-urls.ts";

/** The content of a fragment: the address to play, or why there is none. */
export type ParsedFragment =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "none" }
  | { readonly kind: "broken" };

// Some programs percent-encode a whole link once more when they pass it on.
function decode(text: string): string | null {
  if (/^https?:\/\//i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/**
 * Reads the address of a share out of a fragment: `#src=<encoded address>`, or the bare address after `#`. A fragment
 * is never sent to a server, so only the service of the share learns the link.
 */
export function parseFragment(fragment: string): ParsedFragment {
  const bare = fragment.replace(/^#/, "").trim();
  if (!bare) return { kind: "none" };
  const [, named] = /^src=(.*)$/s.exec(bare) ?? [];
  // After an encoded address, "&" begins another parameter; in a bare address it may belong to the address itself.
  const text = named === undefined || named.includes("://") ? (named ?? bare) : named.split("&")[0];
  if (!text) return { kind: "none" };
  const address = decode(text);
  // Absolute URLs only: nothing relative to this page is a share.
  if (!address || !/^https?:/i.test(address) || !parseSourceUrl(address, address))
    return { kind: "broken" };
  return { kind: "address", address };
}
