import { computed, signal } from "@preact/signals";
import type { Result } from "../../model/failure.ts";
import type { SendMessage } from "../../messages/send.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import type { Surroundings } from "../platform/platform.ts";

export type SightModel = ReturnType<typeof createSight>;

/** What the browser's current page is, and which account is to be used for it. */
export function createSight(ask: SendMessage, activePage: Surroundings["activePage"]) {
  /** null while looking. */
  const seen = signal<Result<CurrentPage> | null>(null);
  /** The account that was picked; null until then, when the first one is used. */
  const chosen = signal<string | null>(null);
  const account = computed(() => {
    if (!seen.value?.ok || seen.value.value.kind === "nothing") return null;
    const { accounts } = seen.value.value;
    return accounts.find((each) => each.id === chosen.value) ?? accounts[0] ?? null;
  });

  /** Asks anew. What was seen stays until the answer is here, so that nothing blinks. */
  async function look(): Promise<void> {
    const page = await activePage();
    seen.value = page ? await ask("resolve-page", page) : { ok: true, value: { kind: "nothing" } };
  }

  /** What saving or removing changed; told by the background's answer, never before. */
  function setSaved(inAccount: string, saved: boolean): void {
    const sight = seen.peek();
    if (!sight?.ok || sight.value.kind === "nothing") return;
    const others = sight.value.savedIn.filter((each) => each !== inAccount);
    const savedIn = saved ? [...others, inAccount] : others;
    seen.value = { ok: true, value: { ...sight.value, savedIn } };
  }

  return { seen, chosen, account, look, setSaved };
}
