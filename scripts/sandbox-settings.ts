import { ada, adaTracks, ben } from "../sandbox/accounts.ts";
import type { BuildOptions } from "./build.ts";

/** The settings of a build that works with a sandbox at this origin: its services, player and demo accounts. */
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

/** The port of the sandbox when it is free. It is always the same, so that accounts and open pages still work after a restart. */
export const DEFAULT_PORT = 4173;

/** The track page that `npm start` and `npm run dev` open. */
export function getStartPage(origin: string): string {
  return `${origin}/tracks/${adaTracks[0]?.id ?? ""}`;
}
