import { signal } from "@preact/signals";
import type { ModelDependencies } from "./dependencies.ts";

export type StorageLossModel = ReturnType<typeof createStorageLossModel>;

/** Whether both copies of the database were damaged, and the person has not dismissed the warning yet. */
export function createStorageLossModel({ send }: Pick<ModelDependencies, "send">) {
  const lost = signal(false);

  async function load(): Promise<void> {
    const reply = await send("ready", {});
    lost.value = reply.ok && reply.value.lost;
  }

  async function dismiss(): Promise<void> {
    await send("dismiss-loss", {});
    lost.value = false;
  }

  return { lost, load, dismiss };
}
