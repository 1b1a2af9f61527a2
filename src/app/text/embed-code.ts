interface Player {
  playerUrl: string;
  /** `sha384-…`, or empty when the host of the player changes it at will. */
  playerIntegrity: string;
}

/** HTML that plays the share link at `url` on any page. Every part is escaped. */
export function embedCode(url: string, { playerUrl, playerIntegrity }: Player): string {
  const integrity = playerIntegrity === "" ? "" : ` integrity="${escape(playerIntegrity)}"`;
  return [
    `<script src="${escape(playerUrl)}"${integrity} crossorigin="anonymous" defer></script>`,
    `<earmark-player src="${escape(url)}"></earmark-player>`,
  ].join("\n");
}

/** What a frame may do: run its scripts and open what its listener presses. It gets no origin, so it reaches nothing of ours. */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads";

/**
 * HTML that plays the share link at `url` in a frame, for pages that take no script, or that the player is to be kept
 * apart from. `listenUrl` is the folder of the listening page, `title` what the frame is called.
 */
export function frameCode(
  url: string,
  { listenUrl, title }: Record<"listenUrl" | "title", string>,
): string {
  const src = `${listenUrl}frame.html#src=${encodeURIComponent(url)}`;
  return (
    `<iframe src="${escape(src)}" title="${escape(title)}" width="100%" height="160" sandbox="${SANDBOX}" ` +
    `allow="autoplay; clipboard-write" referrerpolicy="no-referrer" loading="lazy" style="border:0"></iframe>`
  );
}

/** The address of the page where somebody without Earmark can listen. No server but the share's own learns the link. */
export function listeningAddress(url: string, listenUrl: string): string {
  return `${listenUrl}#src=${encodeURIComponent(url)}`;
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
