import { pinPlayerUrl } from "./publish-player.ts";

/** The build's settings from the environment; src/model/build-settings.ts says what each is for. */
export function readBuildSettings(env: Record<string, string | undefined>) {
  const origins = (env.EARMARK_ORIGINS ?? "").split(/\s+/).filter(Boolean);
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new Error(
        `EARMARK_ORIGINS: "${origin}" is not an origin. Write it like https://music.example.com, without a path.`,
      );
    }
  }
  const playerUrl = env.EARMARK_PLAYER_URL ?? "earmark-player.js";
  const playerIntegrity = env.EARMARK_PLAYER_INTEGRITY ?? "";
  const listenUrl = env.EARMARK_LISTEN_URL ?? listenBeside(playerUrl);
  if (listenUrl && !(URL.canParse(listenUrl) && listenUrl.endsWith("/"))) {
    throw new Error(
      `EARMARK_LISTEN_URL: "${listenUrl}" is not the address of a folder. Write it like https://music.example.com/listen/, with the last slash.`,
    );
  }
  return {
    origins,
    // Embed codes name the version whose hash they carry, so that a newer player does not silence them.
    playerUrl: pinPlayerUrl(playerUrl, playerIntegrity),
    playerIntegrity,
    listenUrl,
    demoAccounts: JSON.parse(env.EARMARK_DEMO_ACCOUNTS ?? "[]") as unknown[],
  };
}

/** The folder of the listening page is built beside the player; empty when nobody said where that is. */
function listenBeside(playerUrl: string): string {
  return URL.canParse(playerUrl) ? new URL("listen/", playerUrl).href : "";
}

export type BuildSettings = ReturnType<typeof readBuildSettings>;
