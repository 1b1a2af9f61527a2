import { signal } from "@preact/signals";
import type { Means } from "./deps.ts";

export type Loss = ReturnType<typeof createLoss>;

/** Whether both copies of the storage were damaged, and the person has not read so yet. */
export function createLoss({ ask }: Pick<Means, "ask">) {
  const lost = signal(false);

  async function load(): Promise<void> {
    const answer = await ask("ready", {});
    lost.value = answer.ok && answer.value.lost;
  }

  async function forget(): Promise<void> {
    await ask("dismiss-loss", {});
    lost.value = false;
  }

  return { lost, load, forget };
}
