import { ada, adaTracks, ben } from "../sandbox/accounts.ts";
import type { BuildOptions } from "./build.ts";

/** Everything about a sandbox at one origin that a build has to know. */
export function createSandboxSettings(
  origin: string,
): Required<Pick<BuildOptions, "origins" | "playerUrl" | "demoAccounts">> {
  const at = { origin, settings: {} };
  return {
    origins: [origin],
    playerUrl: `${origin}/widget/earmark-player.js`,
    demoAccounts: [
      ...[ada, ben].map(({ name, org, key }) => ({
        provider: "aitronos",
        origin,
        label: `Sandbox · ${name}`,
        settings: { organization: org },
        key,
      })),
      { provider: "mixthat", label: "Sandbox · Mix That", key: ada.mixthatToken, ...at },
      { provider: "craftkit", label: "Sandbox · CraftKit", key: ada.craftkitKey, ...at },
    ],
  };
}

/** The port to serve on when it is free, so that accounts and open pages outlive a restart. */
export const DEFAULT_PORT = 4173;

/** The page of a track to begin on. */
export function getStartPage(origin: string): string {
  return `${origin}/tracks/${adaTracks[0]?.id ?? ""}`;
}
