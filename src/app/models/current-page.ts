import { computed, signal } from "@preact/signals";
import type { CurrentPage } from "../../messages/protocol.ts";
import type { SendMessage } from "../../messages/send.ts";
import type { Result } from "../../model/failure.ts";
import type { Platform } from "../platform/browser-apis.ts";

export type CurrentPageModel = ReturnType<typeof createCurrentPageModel>;

/** What is on the page under the popup, and which account is used for it. */
export function createCurrentPageModel(
  send: SendMessage,
  getActivePage: Platform["getActivePage"],
) {
  /** null until the background has replied for the first time. */
  const result = signal<Result<CurrentPage> | null>(null);
  /** The account the person selected; null means the first one. */
  const selectedAccountId = signal<string | null>(null);
  const account = computed(() => {
    if (!result.value?.ok || result.value.value.kind === "nothing") return null;
    const { accounts } = result.value.value;
    return accounts.find(({ id }) => id === selectedAccountId.value) ?? accounts[0] ?? null;
  });

  /** Asks the background again. The old result stays until the reply, so that the view does not flicker. */
  async function load(): Promise<void> {
    const page = await getActivePage();
    result.value = page
      ? await send("resolve-page", page)
      : { ok: true, value: { kind: "nothing" } };
  }

  /** Updates in which accounts the track is saved. Call it only after the background has confirmed. */
  function setSaved(accountId: string, saved: boolean): void {
    const current = result.peek();
    if (!current?.ok || current.value.kind === "nothing") return;
    const others = current.value.savedIn.filter((each) => each !== accountId);
    const savedIn = saved ? [...others, accountId] : others;
    result.value = { ok: true, value: { ...current.value, savedIn } };
  }

  return { result, selectedAccountId, account, load, setSaved };
}
