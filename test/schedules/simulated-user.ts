import type { Replies, Payload, MessageName } from "../../src/messages/protocol.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Terms } from "../../src/model/share-terms.ts";
import type { Track } from "../../src/model/track.ts";
import { Dead } from "./simulated-background.ts";
import type { Background } from "./simulated-background.ts";
import type { Clock } from "./simulated-clock.ts";
import type { Press, Wish } from "./observations.ts";

/** A removal or a revocation that can still be taken back. */
export interface Offer {
  job: string;
  revision: string;
  /** Milliseconds since 1970. */
  until: number;
  of: Wish;
}

/** What one press asked for. */
export interface Asked {
  key: string;
  label: string;
  track: Track;
  terms: Terms;
}

/** The app in front of the background: it remembers what it asked and what it was told. */
export interface Person {
  readonly presses: Press[];
  readonly asked: Asked[];
  readonly offers: Offer[];
  /** The attempts that were given up, by key, as they were then. */
  readonly forgotten: Map<string, Attempt>;
  readonly saves: Map<string, Wish[]>;
  readonly revocations: Map<string, Wish[]>;
  /** Asked and not answered yet. */
  readonly waiting: Set<string>;
  /** Null when the background died before it answered. */
  ask<N extends MessageName>(name: N, question: Payload<N>): Promise<Replies[N] | null>;
  /** Resolves when it is answered, or never will be. */
  press(asked: Asked): Promise<void>;
  /** Notes a wish before it is asked, and what comes of it. */
  wish(
    of: Map<string, Wish[]>,
    key: string,
    wanted: boolean,
    answer: () => Promise<Replies["save-track"] | Replies["revoke-link"] | null>,
  ): Promise<void>;
  /** The rows of a store, as the app reads them. */
  stored<T>(name: "links" | "attempts" | "outbox"): Promise<T[]>;
}

export function createPerson(
  clock: Clock,
  background: Background,
  log: (line: string) => void,
): Person {
  let asks = 0;
  const person: Person = {
    presses: [],
    asked: [],
    offers: [],
    forgotten: new Map(),
    saves: new Map(),
    revocations: new Map(),
    waiting: new Set(),

    async ask(name, question) {
      const { handlers } = await background.wake();
      const mine = background.incarnation();
      asks += 1;
      const title = `${asks} ${name}`;
      log(`? ${title}`);
      person.waiting.add(title);
      try {
        const answer = await handlers[name](question as never, { page: null });
        if (background.incarnation() !== mine) return null;
        log(`! ${title}: ${JSON.stringify(answer).slice(0, 200)}`);
        return answer as Replies[typeof name];
      } catch (error) {
        if (error instanceof Dead || background.incarnation() !== mine) return null;
        throw error;
      } finally {
        person.waiting.delete(title);
      }
    },

    async press(asked) {
      const { key, label, track, terms } = asked;
      const press: Press = { key, label, provider: track.provider, at: clock.now(), told: null };
      person.presses.push(press);
      person.asked.push(asked);
      const question = { intent: key, account: track.provider, track, terms };
      const answer = await person.ask("share-track", question);
      if (answer) press.told = answer.ok ? { url: answer.value.link.url } : answer;
    },

    async wish(of, key, wanted, answer) {
      const wish: Wish = { wanted, state: "maybe", undone: "no" };
      of.set(key, [...(of.get(key) ?? []), wish]);
      const heard = await answer();
      if (!heard) return;
      if (wish.state === "maybe") wish.state = heard.ok ? "heard" : "refused";
      if (heard.ok && "revision" in heard.value) person.offers.push({ ...heard.value, of: wish });
    },

    async stored<T>(name: "links" | "attempts" | "outbox") {
      const { storage } = await background.wake();
      const rows = storage.then(({ db }) => db.getAll(name));
      return (await rows.catch(() => [])) as unknown[] as T[];
    },
  };
  return person;
}
