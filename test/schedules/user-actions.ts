import type { Payload } from "../../src/messages/protocol.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import type { Press, Wish } from "./observations.ts";
import type { Offer, Person } from "./simulated-user.ts";
import type { Step } from "./arbitrary-schedule.ts";
import { accounts, termsOf, tracks } from "./fixtures.ts";

/** What the person does; the rest is the browser's and the network's. */
type Act = Exclude<
  Step["do"],
  "fault" | "offline" | "online" | "crash" | "stop" | "damage" | "wake"
>;

/** Each resolves when it is asked, not when it is answered. */
type Acts = {
  [A in Act]: (person: Person, step: Extract<Step, { do: A }>, now: number) => Promise<void> | void;
};

const pick = <T>(all: readonly T[], which: number): T | undefined => all[which % all.length];

/** Of these the app offers to give them up. */
const FORGETTABLE: ReadonlySet<Attempt["state"]> = new Set([
  "unknown",
  "failed",
  "waiting",
  "answered",
]);

const acts: Acts = {
  press(person, step) {
    const number = person.asked.length + 1;
    const track = pick(tracks, step.thing);
    const label = `p${number}`;
    if (track)
      void person.press({ key: `k${number}`, label, track, terms: termsOf(step, label, track) });
  },

  "press again"(person, { which, same }) {
    const before = pick(person.asked.toReversed(), which);
    if (!before) return;
    if (!same) return void person.press({ ...before, key: `k${person.asked.length + 1}` });
    const made = person.presses.find(({ key }) => key === before.key);
    // What was taken for another's repetition, or given up, left nothing of its own to be found again.
    const twin = person.presses.some(
      (other) =>
        made !== undefined &&
        other !== made &&
        other.label === made.label &&
        made.at - other.at < DOUBLE_CLICK_MS,
    );
    if (twin || person.forgotten.has(before.key)) return;
    const { key: intent, track, terms } = before;
    const question = { intent, account: track.provider, track, terms };
    void tellAgain(person, made, question);
  },

  async revoke(person, { which }) {
    const link = pick(await person.stored<StoredLink>("links"), which)?.key;
    if (link) {
      void person.wish(person.revocations, link, true, () => person.ask("revoke-link", { link }));
    }
  },

  save: (person, { thing }) => keep(person, thing, true),
  unsave: (person, { thing }) => keep(person, thing, false),

  undo(person, { which }, now) {
    // As long as it is offered.
    const open = person.offers.filter(({ until, of }) => until > now && of.undone === "no");
    const offer = pick(open, which);
    if (!offer) return;
    offer.of.undone = "maybe";
    void takeBack(person, offer);
  },

  async forget(person, { which }) {
    const attempts = await person.stored<Attempt>("attempts");
    const attempt = pick(
      attempts.filter(({ state }) => FORGETTABLE.has(state)),
      which,
    );
    if (!attempt) return;
    person.forgotten.set(attempt.key, attempt);
    void person.ask("withdraw-attempt", { attempt: attempt.key });
  },

  async "give up"(person, { which }) {
    const job = await held(person, which);
    if (!job) return;
    const [kind = "", rest = ""] = job.split(/ (.*)/);
    const wishes = (kind === "revoke" ? person.revocations : person.saves).get(rest) ?? [];
    giveUp(wishes);
    void person.ask("cancel-job", { job });
  },

  async retry(person, { which }) {
    const job = await held(person, which);
    if (job) void person.ask("retry", { job });
  },

  "replace key"(person, { which }) {
    const one = pick(accounts, which);
    if (one) void person.ask("replace-key", { account: one.account.id, key: one.key });
  },

  refresh(person) {
    void person.ask("refresh-library", { account: "aitronos" });
  },

  list(person, { thing }) {
    const track = pick(tracks, thing);
    if (track) void person.ask("list-remote-links", { account: track.provider, track });
  },
};

/** Does one step of the person's; false when it is none. */
export async function act(person: Person, step: Step, now: number): Promise<void> {
  const how = acts[step.do as Act] as Acts[Act] | undefined;
  await how?.(person, step as never, now);
}

function keep(person: Person, thing: number, wanted: boolean): void {
  const track = pick(tracks, thing);
  if (!track) return;
  const question = { account: track.provider, track };
  void person.wish(person.saves, `${track.provider} ${track.id}`, wanted, () =>
    wanted ? person.ask("save-track", question) : person.ask("unsave-track", question),
  );
}

async function tellAgain(
  person: Person,
  press: Press | undefined,
  question: Payload<"share-track">,
): Promise<void> {
  const answer = await person.ask("share-track", question);
  if (press && answer?.ok) press.told = { url: answer.value.link.url };
}

async function takeBack(person: Person, offer: Offer): Promise<void> {
  const answer = await person.ask("undo", offer);
  if (answer) offer.of.undone = answer.ok && answer.value ? "yes" : "no";
}

/** The key of a job that the app shows as held up. */
async function held(person: Person, which: number): Promise<string | undefined> {
  const jobs = await person.stored<Job>("outbox");
  return pick(
    jobs.filter(({ tries, state }) => tries > 0 || state !== "waiting"),
    which,
  )?.key;
}

/** It is the newest wish that waits; one that nobody heard of may have come to nothing. */
function giveUp(wishes: readonly Wish[]): void {
  for (const wish of wishes.toReversed()) {
    if (wish.undone === "yes" || wish.state === "refused") continue;
    const heard = wish.state === "heard";
    wish.state = "given up";
    if (heard) return;
  }
}
