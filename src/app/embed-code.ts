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

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? each);
