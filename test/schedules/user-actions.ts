import type { Payload } from "../../src/messages/protocol.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import type { Step } from "./arbitrary-schedule.ts";
import { accounts, createTerms, tracks } from "./fixtures.ts";
import type { Press, RequestedChange } from "./observations.ts";
import type { UndoOffer, SimulatedUser } from "./simulated-user.ts";

/** The steps that the user takes; the others come from the browser and the network. */
type UserStepName = Exclude<
  Step["do"],
  "fault" | "offline" | "online" | "crash" | "stop" | "damage" | "wake"
>;

/** Each resolves when the message is sent, without waiting for the reply. */
type UserActions = {
  [N in UserStepName]: (
    user: SimulatedUser,
    step: Extract<Step, { do: N }>,
    now: number,
  ) => Promise<void> | void;
};

const pick = <T>(all: readonly T[], index: number): T | undefined => all[index % all.length];

/** The attempts that the app offers to withdraw. */
const WITHDRAWABLE: ReadonlySet<Attempt["state"]> = new Set([
  "unknown",
  "failed",
  "waiting",
  "answered",
]);

const userActions: UserActions = {
  share(user, step) {
    const number = user.presses.length + 1;
    const track = pick(tracks, step.track);
    const label = `p${number}`;
    if (track)
      void user.share({ key: `k${number}`, label, track, terms: createTerms(step, label, track) });
  },

  "share again"(user, { index, sameIntent }) {
    const earlier = pick(user.presses.toReversed(), index);
    if (!earlier) return;
    if (!sameIntent) return void user.share({ ...earlier, key: `k${user.presses.length + 1}` });
    // A press that the background took for a double click, or one that was withdrawn, has no attempt or link of its own
    // that the same intent would find again.
    const isDoubleClick = user.presses.some(
      (other) =>
        other !== earlier &&
        other.label === earlier.label &&
        earlier.at - other.at < DOUBLE_CLICK_MS,
    );
    if (isDoubleClick || user.withdrawn.has(earlier.key)) return;
    const { key: intent, track, terms } = earlier;
    void repeatShare(user, earlier, { intent, account: track.provider, track, terms });
  },

  async revoke(user, { index }) {
    const link = pick(await user.readRows<StoredLink>("links"), index)?.key;
    if (link) {
      void user.requestChange(user.revocations, link, true, () =>
        user.send("revoke-link", { link }),
      );
    }
  },

  save: (user, { track }) => requestSaved(user, track, true),
  unsave: (user, { track }) => requestSaved(user, track, false),

  undo(user, { index }, now) {
    const open = user.undoOffers.filter(
      ({ until, change }) => until > now && change.undone === "no",
    );
    const offer = pick(open, index);
    if (!offer) return;
    offer.change.undone = "maybe";
    void undo(user, offer);
  },

  async "withdraw attempt"(user, { index }) {
    const attempts = await user.readRows<Attempt>("attempts");
    const attempt = pick(
      attempts.filter(({ state }) => WITHDRAWABLE.has(state)),
      index,
    );
    if (!attempt) return;
    user.withdrawn.set(attempt.key, attempt);
    void user.send("withdraw-attempt", { attempt: attempt.key });
  },

  async "cancel job"(user, { index }) {
    const job = await pickBlockedJob(user, index);
    if (!job) return;
    const [kind = "", rest = ""] = job.split(/ (.*)/);
    markCancelled((kind === "revoke" ? user.revocations : user.saves).get(rest) ?? []);
    void user.send("cancel-job", { job });
  },

  async retry(user, { index }) {
    const job = await pickBlockedJob(user, index);
    if (job) void user.send("retry", { job });
  },

  "replace key"(user, { index }) {
    const found = pick(accounts, index);
    if (found) void user.send("replace-key", { account: found.account.id, key: found.key });
  },

  "refresh library"(user) {
    void user.send("refresh-library", { account: "aitronos" });
  },

  "list links"(user, step) {
    const track = pick(tracks, step.track);
    if (track) void user.send("list-remote-links", { account: track.provider, track });
  },
};

/** Performs a step of the user; does nothing for other steps. */
export async function performUserStep(user: SimulatedUser, step: Step, now: number): Promise<void> {
  const perform = userActions[step.do as UserStepName] as UserActions[UserStepName] | undefined;
  await perform?.(user, step as never, now);
}

function requestSaved(user: SimulatedUser, index: number, target: boolean): void {
  const track = pick(tracks, index);
  if (!track) return;
  const payload = { account: track.provider, track };
  void user.requestChange(user.saves, `${track.provider} ${track.id}`, target, () =>
    target ? user.send("save-track", payload) : user.send("unsave-track", payload),
  );
}

async function repeatShare(
  user: SimulatedUser,
  press: Press,
  payload: Payload<"share-track">,
): Promise<void> {
  const reply = await user.send("share-track", payload);
  if (reply?.ok) press.reply = { url: reply.value.link.url };
}

async function undo(user: SimulatedUser, offer: UndoOffer): Promise<void> {
  const reply = await user.send("undo", offer);
  if (reply) offer.change.undone = reply.ok && reply.value ? "yes" : "no";
}

/** The key of a job that the app shows as blocked. */
async function pickBlockedJob(user: SimulatedUser, index: number): Promise<string | undefined> {
  const jobs = await user.readRows<Job>("outbox");
  return pick(
    jobs.filter(({ tries, state }) => tries > 0 || state !== "waiting"),
    index,
  )?.key;
}

/** The waiting job is the last accepted change, or a later unconfirmed one that may not have been stored. */
function markCancelled(changes: readonly RequestedChange[]): void {
  for (const change of changes.toReversed()) {
    if (change.undone === "yes" || change.state === "rejected") continue;
    const isAccepted = change.state === "accepted";
    change.state = "cancelled";
    if (isAccepted) return;
  }
}
