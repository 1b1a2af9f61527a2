import { type Account, newAccount } from "../model/account.ts";
import {
  type Decoded,
  type Decoder,
  list,
  nullable,
  number,
  oneOf,
  record,
  text,
} from "../shared/decode.ts";
import { importedRows } from "../export-file/rows.ts";
import type { Failure, Result } from "../model/failure.ts";
import type { ImportSummary } from "../model/tally.ts";
import type { Link } from "../model/link.ts";
import { type Mix, mixFiles, type MixJob, newMix, type Stem } from "../model/mix.ts";
import { shareLink } from "../model/share-link.ts";
import type { RemoteShare } from "../model/share.ts";
import { terms } from "../model/terms.ts";
import { track, type Track, trackRef } from "../model/track.ts";

/** Who may ask: our own pages, or our buttons in somebody else's page. */
export type SenderKind = "app" | "page";

interface MessageSpec<T, From extends SenderKind> {
  from: From;
  /** What must come with it; anything else is not answered. */
  ask: Decoder<T>;
}

const fromApp = <T>(ask: Decoder<T>): MessageSpec<T, "app"> => ({ from: "app", ask });
const fromPage = <T>(ask: Decoder<T>): MessageSpec<T, "page"> => ({ from: "page", ask });
const id = text(128);

/**
 * The closed list of what can be asked of the background: our nouns, never HTTP. A page's
 * buttons get no question whose answer holds a key, a token or a share address.
 */
export const messages = {
  "test-account": fromApp(newAccount),
  "add-account": fromApp(newAccount),
  "remove-account": fromApp(record({ account: id })),
  "rename-account": fromApp(record({ account: id, label: text(100) })),
  "replace-key": fromApp(record({ account: id, key: text(4096) })),
  "look-at": fromApp(
    record({ address: text(8192), title: nullable(text(1024)), tab: nullable(number(0)) }),
  ),
  "share-track": fromApp(record({ intent: id, account: id, track, terms })),
  "revoke-link": fromApp(record({ link: id })),
  /** What the service has of a track's links: those made elsewhere, too. */
  "list-links": fromApp(record({ account: id, track: trackRef })),
  "revoke-listed": fromApp(record({ account: id, track: text(2048), share: text(512) })),
  "list-mixes": fromApp(record({ account: id, track: id })),
  "save-mix": fromApp(record({ account: id, track: id, mix: newMix })),
  "update-mix": fromApp(record({ account: id, track: id, id, mix: newMix })),
  "remove-mix": fromApp(record({ account: id, track: id, id })),
  /** Starts a rendering; each time it is asked, another one. */
  "render-mix": fromApp(
    record({ account: id, track: id, files: mixFiles, format: oneOf("mp3", "wav") }),
  ),
  "mix-job": fromApp(record({ account: id, job: id })),
  "forget-attempt": fromApp(record({ attempt: id })),
  "save-track": fromApp(record({ account: id, track })),
  "save-link": fromApp(record({ account: id, link: shareLink, track })),
  "unsave-track": fromApp(record({ account: id, track })),
  /** Takes back what is not under way yet: `job` and `wish` as they were answered. */
  undo: fromApp(record({ job: text(4096), wish: id })),
  /** One more try of what waits or is stuck in the outbox. */
  retry: fromApp(record({ job: text(4096) })),
  "give-up": fromApp(record({ job: text(4096) })),
  /** Answered once the storage is in order. */
  ready: fromApp(record({})),
  "forget-loss": fromApp(record({})),
  "refresh-library": fromApp(record({ account: id })),
  /** One part of a file of ours; its accounts are those of here, or new ones without a key. */
  "import-file": fromApp(importedRows),
  "page-tracks": fromPage(record({ tracks: list(id, 500) })),
  "page-share": fromPage(record({ intent: id, track: id })),
  "page-save": fromPage(record({ track: id, saved: oneOf("yes", "no") })),
  /** What a player in the page plays, after a press on its Save button; `title` is what a mere file is called. */
  "page-save-link": fromPage(record({ address: text(8192), title: nullable(text(512)) })),
  "page-manage": fromPage(record({})),
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Payload<N extends MessageName> = Decoded<Messages[N]["ask"]>;

/** Something that is done only after a while, so that it can be taken back. */
export interface Undoable {
  job: string;
  wish: string;
  /** Milliseconds since 1970. */
  until: number;
}

/** Something that is done, or waits in the outbox: then this says why. */
export interface QueueOutcome {
  waiting: Failure | null;
}

/** What the browser's current page is to Earmark. */
export type CurrentPage =
  | { kind: "nothing" }
  | { kind: "track"; track: Track; accounts: Account[]; savedIn: string[] }
  | {
      kind: "link";
      track: Track;
      link: Decoded<typeof shareLink>;
      accounts: Account[];
      savedIn: string[];
    };

export interface Replies {
  "test-account": Result<void>;
  "add-account": Result<Account>;
  "remove-account": Result<void>;
  "rename-account": Result<void>;
  "replace-key": Result<void>;
  "look-at": Result<CurrentPage>;
  "share-track": Result<{ link: Link; copied: boolean }>;
  "revoke-link": Result<Undoable>;
  "list-links": Result<RemoteShare[]>;
  "revoke-listed": Result<void>;
  /** Every saved mix of a track, and the stems it has. */
  "list-mixes": Result<{ stems: Stem[]; mixes: Mix[] }>;
  "save-mix": Result<void>;
  "update-mix": Result<void>;
  "remove-mix": Result<void>;
  /** The job's id. */
  "render-mix": Result<string>;
  "mix-job": Result<MixJob>;
  "forget-attempt": Result<void>;
  "save-track": Result<QueueOutcome>;
  "save-link": Result<QueueOutcome>;
  "unsave-track": Result<Undoable>;
  /** False: it is done already, or under way. */
  undo: Result<boolean>;
  retry: Result<void>;
  "give-up": Result<void>;
  /**
   * `healed`: the copy that was found damaged at the background's start, and mended from the other.
   * `lost`: storage was damaged so badly that something is missing for good.
   */
  ready: Result<{ lost: boolean; healed: "main" | "copy" | null }>;
  "forget-loss": Result<void>;
  /** How many tracks the library has now. */
  "refresh-library": Result<number>;
  "import-file": Result<ImportSummary>;
  /** Of the tracks asked about, those that are saved. */
  "page-tracks": Result<{ saved: string[] }>;
  /** `expiresAt` in milliseconds since 1970; null for never. */
  "page-share": Result<{ copied: boolean; expiresAt: number | null }>;
  "page-save": Result<QueueOutcome>;
  /** Why not is not for a page: the app says it. */
  "page-save-link": Result<{ saved: boolean }>;
  "page-manage": Result<void>;
}
