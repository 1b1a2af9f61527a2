interface Player {
  playerUrl: string;
  /** `sha384-…`, or empty when the host of the player changes it at will. */
  playerIntegrity: string;
}

/** HTML that plays the share link `url` on any page: a script and a player element. All values are escaped. */
export function createEmbedCode(url: string, { playerUrl, playerIntegrity }: Player): string {
  const integrity = playerIntegrity === "" ? "" : ` integrity="${escapeHtml(playerIntegrity)}"`;
  return [
    `<script src="${escapeHtml(playerUrl)}"${integrity} crossorigin="anonymous" defer></script>`,
    `<earmark-player src="${escapeHtml(url)}"></earmark-player>`,
  ].join("\n");
}

/** A frame may run scripts and open links that the listener clicks. Without `allow-same-origin` it cannot reach anything of its host. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * HTML that plays the share link `url` in a frame, for pages that allow no scripts or must be isolated from the player.
 * `listenUrl` is the folder of the listening page; `title` is the frame's accessible name.
 */
export function createFrameCode(
  url: string,
  { listenUrl, title }: Record<"listenUrl" | "title", string>,
): string {
  const src = `${listenUrl}frame.html#src=${encodeURIComponent(url)}`;
  return (
    `<iframe src="${escapeHtml(src)}" title="${escapeHtml(title)}" width="100%" height="160" sandbox="${SANDBOX}" ` +
    `allow="autoplay; clipboard-write" referrerpolicy="no-referrer" loading="lazy" style="border:0"></iframe>`
  );
}

/** The address of the listening page for `url`. The link is in the fragment, which no server gets to see. */
export function createListeningAddress(url: string, listenUrl: string): string {
  return `${listenUrl}#src=${encodeURIComponent(url)}`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
