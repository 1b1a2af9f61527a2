/** The file name in a URL as people read it: decoded, without its suffix; null when there is none. */
export function readFileName(url: URL): string | null {
  const last =
    url.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.\w{2,5}$/, "") ?? "";
  try {
    return decodeURIComponent(last).replaceAll(/[_+]/g, " ").trim() || null;
  } catch (error) {
    // A stray percent sign: the name as it stands is better than none.
    if (error instanceof URIError) return last;
    throw error;
  }
}
