import type { Replies, Payload, MessageName } from "../../src/messages/protocol.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Track } from "../../src/model/track.ts";
import type { Press, RequestedChange } from "./observations.ts";
import { StoppedError } from "./simulated-background.ts";
import type { SimulatedBackground } from "./simulated-background.ts";
import type { Clock } from "./simulated-clock.ts";

/** A removal or a revocation that can still be undone. */
export interface UndoOffer {
  job: string;
  revision: string;
  /** Milliseconds since 1970. */
  until: number;
  change: RequestedChange;
}

/** The user of the app: sends messages to the background and records what was asked and what came back. */
export interface SimulatedUser {
  readonly presses: Press[];
  readonly undoOffers: UndoOffer[];
  /** The attempts that the user withdrew, by key, as they were then. */
  readonly withdrawn: Map<string, Attempt>;
  readonly saves: Map<string, RequestedChange[]>;
  readonly revocations: Map<string, RequestedChange[]>;
  /** Messages that have no reply yet. */
  readonly pendingMessages: Set<string>;
  /** Resolves with null when the background was stopped before it replied. */
  send<N extends MessageName>(name: N, payload: Payload<N>): Promise<Replies[N] | null>;
  /** Presses the share button. Resolves at the reply, or when the background is stopped. */
  share(asked: { key: string; label: string; track: Track; terms: Terms }): Promise<void>;
  /** Records a change before it is sent, and its reply. */
  requestChange(
    changes: Map<string, RequestedChange[]>,
    key: string,
    target: boolean,
    send: () => Promise<Replies["save-track"] | Replies["revoke-link"] | null>,
  ): Promise<void>;
  /** The rows of a store, as the app reads them; none when the database cannot be read. */
  readRows<T>(name: "links" | "attempts" | "outbox"): Promise<T[]>;
}

export function createUser(
  clock: Clock,
  background: SimulatedBackground,
  log: (line: string) => void,
): SimulatedUser {
  let messages = 0;
  const user: SimulatedUser = {
    presses: [],
    undoOffers: [],
    withdrawn: new Map(),
    saves: new Map(),
    revocations: new Map(),
    pendingMessages: new Set(),

    async send(name, payload) {
      const { handlers } = await background.wake();
      const receiver = background.instance();
      messages += 1;
      const title = `${messages} ${name}`;
      log(`? ${title}`);
      user.pendingMessages.add(title);
      try {
        const reply = await handlers[name](payload as never, { page: null });
        if (background.instance() !== receiver) return null;
        log(`! ${title}: ${JSON.stringify(reply).slice(0, 200)}`);
        return reply as Replies[typeof name];
      } catch (error) {
        if (error instanceof StoppedError || background.instance() !== receiver) return null;
        throw error;
      } finally {
        user.pendingMessages.delete(title);
      }
    },

    async share({ key, label, track, terms }) {
      const press: Press = { key, label, track, terms, at: clock.now(), reply: null };
      user.presses.push(press);
      const payload = { intent: key, account: track.provider, track, terms };
      const reply = await user.send("share-track", payload);
      if (reply) press.reply = reply.ok ? { url: reply.value.link.url } : reply;
    },

    async requestChange(changes, key, target, send) {
      const change: RequestedChange = { target, state: "unconfirmed", undone: "no" };
      changes.set(key, [...(changes.get(key) ?? []), change]);
      const reply = await send();
      if (!reply) return;
      if (change.state === "unconfirmed") change.state = reply.ok ? "accepted" : "rejected";
      if (reply.ok && "revision" in reply.value) user.undoOffers.push({ ...reply.value, change });
    },

    async readRows<T>(name: "links" | "attempts" | "outbox") {
      const { storage } = await background.wake();
      const rows = storage.then(({ db }) => db.getAll(name));
      return (await rows.catch(() => [])) as unknown[] as T[];
    },
  };
  return user;
}
