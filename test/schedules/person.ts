import type { Answers, Ask, Name } from "../../src/messages/protocol.ts";
import type { Account } from "../../src/model/account.ts";
import type { Link } from "../../src/model/link.ts";
import type { Terms } from "../../src/model/share.ts";
import type { Track } from "../../src/model/track.ts";
import type { Attempt } from "../../src/model/attempt.ts";
import type { Errand } from "../../src/model/errand.ts";
import { ada, adaTracks, mixthatStemTrack, readyRender, slowRender } from "../sandbox/accounts.ts";
import { type Background, Dead } from "./background.ts";
import type { Clock } from "./clock.ts";
import type { Press, Wish } from "./facts.ts";
import type { Step } from "./schedule.ts";
import { ORIGIN } from "./service.ts";

const account = (provider: Account["provider"], settings = {}): Account => ({
  ...{ id: provider, provider, origin: ORIGIN, label: provider, settings, addedAt: 1 },
});

export const accounts: readonly { account: Account; key: string }[] = [
  { account: account("aitronos", { organization: ada.org }), key: ada.key },
  { account: account("mixthat"), key: ada.mixthatToken },
  { account: account("craftkit"), key: ada.craftkitKey },
];

const track = (provider: Track["provider"], id: string | undefined): Track => ({
  ...{ provider, origin: ORIGIN, id: id ?? "", title: null, duration: null },
});

/** What is shared and saved; few things, so that they get into each other's way. */
const things: readonly Track[] = [
  track("aitronos", adaTracks[0]?.id),
  track("aitronos", adaTracks[1]?.id),
  track("mixthat", mixthatStemTrack.id),
  track("mixthat", mixthatStemTrack.id),
  track("craftkit", readyRender.id),
  track("craftkit", slowRender.id),
];

/** The app in front of the background: it remembers what it asked and what it was told. */
export interface Person {
  readonly presses: Press[];
  readonly forgotten: Set<string>;
  readonly saves: Map<string, Wish[]>;
  readonly revocations: Map<string, Wish[]>;
  /** Asked and not answered yet. */
  readonly waiting: Set<string>;
  /** Does a step; resolves when it is asked, not when it is answered. */
  act(step: Step): Promise<void>;
}

interface Offer {
  errand: string;
  wish: string;
  until: number;
  of: Wish;
}

export function createPerson(
  clock: Clock,
  background: Background,
  log: (line: string) => void,
): Person {
  const asked: { key: string; label: string; track: Track; terms: Terms }[] = [];
  const offers: Offer[] = [];
  const person: Person = {
    presses: [],
    forgotten: new Set(),
    saves: new Map(),
    revocations: new Map(),
    waiting: new Set(),
    act,
  };
  let asks = 0;

  /** Null when the background died before it answered. */
  async function ask<N extends Name>(name: N, question: Ask<N>): Promise<Answers[N] | null> {
    const { handlers } = await background.wake();
    asks += 1;
    const mine = background.incarnation();
    const title = `${asks} ${name}`;
    log(`? ${title}`);
    person.waiting.add(title);
    try {
      const answer = await handlers[name](question as never, { page: null });
      if (background.incarnation() !== mine) return null;
      log(`! ${title}: ${JSON.stringify(answer).slice(0, 200)}`);
      return answer as Answers[N];
    } catch (error) {
      if (error instanceof Dead || background.incarnation() !== mine) return null;
      throw error;
    } finally {
      person.waiting.delete(title);
    }
  }

  async function stored<T>(name: "links" | "attempts" | "outbox"): Promise<T[]> {
    const { storage } = await background.wake();
    return storage.then(({ db }) => db.getAll(name) as Promise<unknown[]> as Promise<T[]>).catch(() => []);
  }

  function press(key: string, label: string, what: Track, terms: Terms): void {
    const made: Press = { key, label, provider: what.provider, at: clock.now(), told: null };
    person.presses.push(made);
    asked.push({ key, label, track: what, terms });
    const question = { intent: key, account: what.provider, track: what, terms };
    void ask("share-track", question).then((answer) => {
      if (answer) made.told = answer.ok ? { url: answer.value.link.url } : answer;
    });
  }

  function wish(of: Map<string, Wish[]>, key: string, wanted: boolean): Wish {
    const made: Wish = { wanted, state: "maybe", undone: "no" };
    of.set(key, [...(of.get(key) ?? []), made]);
    return made;
  }

  function hear(of: Wish, answer: Answers["save-track"] | Answers["revoke-link"] | null): void {
    if (!answer) return;
    of.state = answer.ok ? "heard" : "refused";
    if (answer.ok && "wish" in answer.value) offers.push({ ...answer.value, of });
  }

  async function act(step: Step): Promise<void> {
    switch (step.do) {
      case "press": {
        await background.wake();
        const label = `p${asked.length + 1}`;
        const what = at(things, step.thing);
        if (what) press(`k${asked.length + 1}`, label, what, termsOf(step, label, what));
        return;
      }
      case "press again": {
        await background.wake();
        const before = at(asked.toReversed(), step.which);
        if (!before) return;
        if (!step.same) {
          press(`k${asked.length + 1}`, before.label, before.track, before.terms);
          return;
        }
        const { key: intent, track: what, terms } = before;
        const made = person.presses.find(({ key }) => key === intent);
        void ask("share-track", { intent, account: what.provider, track: what, terms }).then(
          (answer) => {
            if (made && answer?.ok) made.told = { url: answer.value.link.url };
          },
        );
        return;
      }
      case "revoke": {
        const link = at(await stored<Link>("links"), step.which);
        if (!link) return;
        const of = wish(person.revocations, link.key, true);
        void ask("revoke-link", { link: link.key }).then((answer) => hear(of, answer));
        return;
      }
      case "save":
      case "unsave": {
        const what = at(things, step.thing);
        if (!what) return;
        const of = wish(person.saves, `${what.provider} ${what.id}`, step.do === "save");
        const question = { account: what.provider, track: what };
        if (step.do === "save") void ask("save-track", question).then((answer) => hear(of, answer));
        else void ask("unsave-track", question).then((answer) => hear(of, answer));
        return;
      }
      case "undo": {
        // As long as it is offered.
        const offer = at(offers.filter(({ until, of }) => until > clock.now() && of.undone === "no"), step.which);
        if (!offer) return;
        offer.of.undone = "maybe";
        void ask("undo", offer).then((answer) => {
          if (answer) offer.of.undone = answer.ok && answer.value ? "yes" : "no";
        });
        return;
      }
      case "forget": {
        const told = (await stored<Attempt>("attempts")).filter(({ state }) => FORGETTABLE.includes(state));
        const attempt = at(told, step.which);
        if (!attempt) return;
        person.forgotten.add(attempt.key);
        void ask("forget-attempt", { attempt: attempt.key });
        return;
      }
      case "give up":
      case "retry": {
        const errands = await stored<Errand>("outbox");
        const errand = at(errands.filter(({ tries, state }) => tries > 0 || state !== "waiting"), step.which);
        if (!errand) return;
        if (step.do === "retry") {
          void ask("retry", { errand: errand.key });
          return;
        }
        const [kind = "", rest = ""] = errand.key.split(/ (.*)/);
        const wishes = (kind === "revoke" ? person.revocations : person.saves).get(rest) ?? [];
        for (const each of wishes) each.state = each.state === "heard" ? "maybe" : each.state;
        void ask("give-up", { errand: errand.key });
        return;
      }
      case "replace key": {
        const one = at(accounts, step.which);
        if (one) void ask("replace-key", { account: one.account.id, key: one.key });
        return;
      }
      case "refresh":
        void ask("refresh-library", { account: "aitronos" });
        return;
      case "list": {
        const what = at(things, step.thing);
        if (what) void ask("list-links", { account: what.provider, track: what });
        return;
      }
      case "wake":
        await background.wake();
    }
  }
  return person;
}

const FORGETTABLE: readonly Attempt["state"][] = ["unknown", "failed", "waiting", "answered"];

const at = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length];

function termsOf(
  { expires, recipient }: Extract<Step, { do: "press" }>,
  label: string,
  { provider }: Track,
): Terms {
  const days = { aitronos: Number(label.slice(1)), mixthat: 3, craftkit: 30, web: 1 }[provider];
  return {
    visibility: "link-only",
    expiresInDays: expires || provider === "aitronos" ? days : null,
    name: provider === "mixthat" ? label : null,
    permissions: [],
    recipient: recipient && provider === "craftkit" ? `${label}@example.org` : null,
    message: provider === "craftkit" ? label : null,
  };
}
