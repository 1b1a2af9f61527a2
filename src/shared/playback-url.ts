/** Parses a URL, or null when it is none: `URL.parse`, which browsers have only since 2024. */
export const parseUrl = (text: string, base?: string): URL | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;

/** The absolute form of the URL of some audio; null when its scheme is not one to give to a media element. */
export function parsePlaybackUrl(url: string, allowsHttp: boolean): string | null {
  const { protocol, href = null } = parseUrl(url) ?? {};
  return protocol === "https:" || (allowsHttp && protocol === "http:") ? href : null;
}
