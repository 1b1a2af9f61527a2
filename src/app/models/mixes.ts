import { signal } from "@preact/signals";
import type { Replies } from "../../messages/protocol.ts";
import type { Result } from "../../model/failure.ts";
import type { Mix, NewMix } from "../../model/mix.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { TrackRef } from "../../model/track.ts";
import { t } from "../../i18n/text.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./deps.ts";

export type MixesModel = ReturnType<typeof createMixes>;

/** The mixes that the service keeps of one track. */
export function createMixes(
  { ask, notice }: Pick<Means, "ask" | "notice">,
  account: string,
  track: TrackRef,
) {
  /** null while asking for the first time. */
  const listed = signal<Replies["list-mixes"] | null>(null);
  const { doing, during } = createBusy();
  const at = { account, track: track.id };
  const { name } = providerFacts[track.provider];

  async function load(): Promise<void> {
    await during("list", async () => {
      listed.value = await ask("list-mixes", at);
    });
  }

  /** A new mix, or another one in the place of `id`. Resolves to whether it worked. */
  async function save(mix: NewMix, id: string | null): Promise<boolean> {
    return did(
      `save ${id ?? ""}`,
      id === null ? t("mix_saved", name) : t("mix_changed", name),
      () => (id === null ? ask("save-mix", { ...at, mix }) : ask("update-mix", { ...at, id, mix })),
    );
  }

  const remove = ({ id }: Mix): Promise<boolean> =>
    did(`remove ${id}`, t("mix_deleted", name), () => ask("remove-mix", { ...at, id }));

  async function did(
    what: string,
    words: string,
    work: () => Promise<Result<void>>,
  ): Promise<boolean> {
    const answer = await during(what, work);
    if (answer === null) return false;
    // Also after an answer that was lost: the list then tells what became of it.
    if (answer.ok || answer.failure.kind === "unknown-outcome") await load();
    if (answer.ok) notice.say(words);
    else await notice.tell(answer.failure, "mix", track);
    return answer.ok;
  }

  return { listed, doing, load, save, remove };
}
