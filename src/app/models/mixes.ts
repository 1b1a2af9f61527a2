import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { Replies } from "../../messages/protocol.ts";
import type { Result } from "../../model/failure.ts";
import type { Mix, NewMix } from "../../model/stem-mix.ts";
import type { TrackRef } from "../../model/track.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";

export type MixesModel = ReturnType<typeof createMixesModel>;

/** The saved mixes of one track, as the service has them. */
export function createMixesModel(
  { send, toast }: Pick<ModelDependencies, "send" | "toast">,
  account: string,
  track: TrackRef,
) {
  /** null until the service has replied for the first time. */
  const list = signal<Replies["list-mixes"] | null>(null);
  const { inFlight, runOnce } = createInFlight();
  const target = { account, track: track.id };
  const { name } = providerFacts[track.provider];

  async function load(): Promise<void> {
    await runOnce("list", async () => {
      list.value = await send("list-mixes", target);
    });
  }

  /** Saves a new mix, or overwrites the mix `id`. Resolves to whether it worked. */
  async function save(mix: NewMix, id: string | null): Promise<boolean> {
    return run(
      `save ${id ?? ""}`,
      id === null ? t("mix_saved", name) : t("mix_changed", name),
      () =>
        id === null
          ? send("save-mix", { ...target, mix })
          : send("update-mix", { ...target, id, mix }),
    );
  }

  const remove = ({ id }: Mix): Promise<boolean> =>
    run(`remove ${id}`, t("mix_deleted", name), () => send("remove-mix", { ...target, id }));

  async function run(
    action: string,
    success: string,
    work: () => Promise<Result<void>>,
  ): Promise<boolean> {
    const reply = await runOnce(action, work);
    if (reply === null) return false;
    // Also when the response was lost: the list then shows whether the change was made.
    if (reply.ok || reply.failure.kind === "unknown-outcome") await load();
    if (reply.ok) toast.show(success);
    else await toast.showFailure(reply.failure, "mix", track);
    return reply.ok;
  }

  return { list, inFlight, load, save, remove };
}
