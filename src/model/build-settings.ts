import type { NewAccount } from "./account.ts";

/** Settings of a build, from environment variables named EARMARK_… (docs/building.md). */
interface BuildSettings {
  /** Origins of self-hosted or sandbox services, in addition to the official ones. */
  origins: readonly string[];
  /** Where the player script of embed codes is hosted. */
  playerUrl: string;
  /** Its subresource integrity hash, `sha384-…`, or empty. */
  playerIntegrity: string;
  /** Folder of the listening page, with a slash at the end, or empty. */
  listenUrl: string;
  /** Accounts that a demo build offers to add without typing; empty in published builds. */
  demoAccounts: readonly NewAccount[];
}

declare const __EARMARK__: BuildSettings;

export const buildSettings: BuildSettings = __EARMARK__;
