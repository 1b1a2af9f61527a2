import type { NewAccount } from "./account.ts";

/** What whoever builds Earmark can set, through EARMARK_… variables (docs/building.md). */
interface BuildSettings {
  /** Origins of self-hosted or sandbox services, beside the official ones. */
  origins: readonly string[];
  /** Where the player script of embed codes is hosted. */
  playerUrl: string;
  /** Its subresource integrity hash, `sha384-…`, or empty. */
  playerIntegrity: string;
  /** Folder of the listening page, with a slash at the end, or empty. */
  listenUrl: string;
  /** Accounts to try without typing; empty in every build that is published. */
  demoAccounts: readonly NewAccount[];
}

declare const __EARMARK__: BuildSettings;

export const buildSettings: BuildSettings = __EARMARK__;
