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
  return {
    origins,
    playerUrl: env.EARMARK_PLAYER_URL ?? "earmark-player.js",
    playerIntegrity: env.EARMARK_PLAYER_INTEGRITY ?? "",
    demoAccounts: JSON.parse(env.EARMARK_DEMO_ACCOUNTS ?? "[]") as unknown[],
  };
}

export type BuildSettings = ReturnType<typeof readBuildSettings>;
