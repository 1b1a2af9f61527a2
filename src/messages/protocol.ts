import { importedRows } from "../export-file/decode-rows.ts";
import { newAccount } from "../model/account.ts";
import type { Account } from "../model/account.ts";
import { terms } from "../model/decode-share-terms.ts";
import type { Failure, Result } from "../model/failure.ts";
import type { ImportSummary } from "../model/import-summary.ts";
import { parsedShareUrl } from "../model/parsed-share-url.ts";
import type { RemoteShare } from "../model/remote-share.ts";
import { mixFiles, newMix } from "../model/stem-mix.ts";
import type { Mix, MixJob, Stem } from "../model/stem-mix.ts";
import type { StoredLink } from "../model/stored-link.ts";
import { track, trackRef } from "../model/track.ts";
import type { Track } from "../model/track.ts";
import { list, nullable, number, oneOf, record, text } from "../shared/decode.ts";
import type { Decoded, Decoder } from "../shared/decode.ts";

/** Where a message may come from: the extension's own pages, or its content script in a web page. */
export type SenderKind = "app" | "page";

interface MessageSpec<T, From extends SenderKind> {
  from: From;
  /** Decodes the payload. A message whose payload does not decode gets no reply. */
  payload: Decoder<T>;
}

const fromApp = <T>(payload: Decoder<T>): MessageSpec<T, "app"> => ({ from: "app", payload });
const fromPage = <T>(payload: Decoder<T>): MessageSpec<T, "page"> => ({ from: "page", payload });
const id = text(128);

/**
 * Every message that the background accepts, by name. They speak of tracks and links, never of HTTP requests.
 * No message from a web page (`fromPage`) has a reply that holds a key, a token or the address of a share.
 */
export const messages = {
  "test-account": fromApp(newAccount),
  "add-account": fromApp(newAccount),
  "remove-account": fromApp(record({ account: id })),
  "rename-account": fromApp(record({ account: id, label: text(100) })),
  "replace-key": fromApp(record({ account: id, key: text(4096) })),
  "resolve-page": fromApp(
    record({ address: text(8192), title: nullable(text(1024)), tab: nullable(number(0)) }),
  ),
  "share-track": fromApp(record({ intent: id, account: id, track, terms })),
  "revoke-link": fromApp(record({ link: id })),
  /** All share links of a track that its service lists, also those that were made elsewhere. */
  "list-remote-links": fromApp(record({ account: id, track: trackRef })),
  "revoke-remote-link": fromApp(record({ account: id, track: text(2048), share: text(512) })),
  "list-mixes": fromApp(record({ account: id, track: id })),
  "save-mix": fromApp(record({ account: id, track: id, mix: newMix })),
  "update-mix": fromApp(record({ account: id, track: id, id, mix: newMix })),
  "remove-mix": fromApp(record({ account: id, track: id, id })),
  /** Starts rendering a mix to a file. Each message starts another rendering. */
  "render-mix": fromApp(
    record({ account: id, track: id, files: mixFiles, format: oneOf("mp3", "wav") }),
  ),
  "get-mix-job": fromApp(record({ account: id, job: id })),
  "withdraw-attempt": fromApp(record({ attempt: id })),
  "save-track": fromApp(record({ account: id, track })),
  "save-link": fromApp(record({ account: id, link: parsedShareUrl, track })),
  "unsave-track": fromApp(record({ account: id, track })),
  /** Cancels a job that has not been sent yet; `job` and `revision` are those of the `Undoable` reply. */
  undo: fromApp(record({ job: text(4096), revision: id })),
  /** Tries a job of the outbox again, whether it waits, is paused or is stuck. */
  retry: fromApp(record({ job: text(4096) })),
  "cancel-job": fromApp(record({ job: text(4096) })),
  /** Replies once the storage is open and recovered. */
  ready: fromApp(record({})),
  /** The person has read the warning that stored rows were lost. */
  "dismiss-loss": fromApp(record({})),
  "refresh-library": fromApp(record({ account: id })),
  /** Some rows of an export file. Its accounts are ones of this device, or new ones without a key. */
  "import-file": fromApp(importedRows),
  "page-list-saved": fromPage(record({ tracks: list(id, 500) })),
  "page-share": fromPage(record({ intent: id, track: id })),
  "page-save": fromPage(record({ track: id, saved: oneOf("yes", "no") })),
  /**
   * Saves what a player in the page plays, after a press on the player's Save button. `title` is the name of a
   * plain audio file.
   */
  "page-save-link": fromPage(record({ address: text(8192), title: nullable(text(512)) })),
  "page-open-app": fromPage(record({})),
} as const;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Payload<N extends MessageName> = Decoded<Messages[N]["payload"]>;

/** A job that is sent only after a delay, so that it can be undone until then. */
export interface Undoable {
  /** The job's key. */
  job: string;
  /** Identifies this job among later ones with the same key. */
  revision: string;
  /** When it is sent; milliseconds since 1970. */
  until: number;
}

/** What came of a job that was tried at once. */
export interface QueueOutcome {
  /** Why the job still waits in the outbox; null when it is done. */
  waiting: Failure | null;
}

/** What Earmark recognises on the browser's current page: a track, a share link, or nothing. */
export type CurrentPage =
  | { kind: "nothing" }
  | { kind: "track"; track: Track; accounts: Account[]; savedIn: string[] }
  | {
      kind: "link";
      track: Track;
      link: Decoded<typeof parsedShareUrl>;
      accounts: Account[];
      savedIn: string[];
    };

export interface Replies {
  "test-account": Result<void>;
  "add-account": Result<Account>;
  "remove-account": Result<void>;
  "rename-account": Result<void>;
  "replace-key": Result<void>;
  "resolve-page": Result<CurrentPage>;
  "share-track": Result<{ link: StoredLink; copied: boolean }>;
  "revoke-link": Result<Undoable>;
  "list-remote-links": Result<RemoteShare[]>;
  "revoke-remote-link": Result<void>;
  /** All saved mixes of a track, and the track's stems. */
  "list-mixes": Result<{ stems: Stem[]; mixes: Mix[] }>;
  "save-mix": Result<void>;
  "update-mix": Result<void>;
  "remove-mix": Result<void>;
  /** The id of the rendering, for `get-mix-job`. */
  "render-mix": Result<string>;
  "get-mix-job": Result<MixJob>;
  "withdraw-attempt": Result<void>;
  "save-track": Result<QueueOutcome>;
  "save-link": Result<QueueOutcome>;
  "unsave-track": Result<Undoable>;
  /** False when the job is already being sent, or is gone. */
  undo: Result<boolean>;
  retry: Result<void>;
  "cancel-job": Result<void>;
  /**
   * `repaired`: which of the two databases was damaged when the background started, and was rewritten from the other.
   * `lost`: both were damaged, so that some rows are gone for good.
   */
  ready: Result<{ lost: boolean; repaired: "main" | "copy" | null }>;
  "dismiss-loss": Result<void>;
  /** How many tracks the account's library has now. */
  "refresh-library": Result<number>;
  "import-file": Result<ImportSummary>;
  /** Which of the given tracks are saved. */
  "page-list-saved": Result<{ saved: string[] }>;
  /** `expiresAt`: milliseconds since 1970; null when the link never expires. */
  "page-share": Result<{ copied: boolean; expiresAt: number | null }>;
  "page-save": Result<QueueOutcome>;
  /** Without the reason of a failure, as a page may not learn it; the app shows it. */
  "page-save-link": Result<{ saved: boolean }>;
  "page-open-app": Result<void>;
}
