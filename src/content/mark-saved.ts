import { send } from "../messages/send.ts";
import type { Bar } from "./toolbar.ts";

/** Shows which of the tracks are in the library already: one question for all of them. */
export async function markSaved(bars: readonly Bar[]): Promise<void> {
  if (bars.length === 0) return;
  const answer = await send("page-list-saved", { tracks: bars.map(({ track }) => track) });
  if (!answer?.ok) return;
  for (const bar of bars) bar.setSaved(answer.value.saved.includes(bar.track));
}
